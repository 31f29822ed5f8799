import { fourierPlan, type FourierPlan } from './fourier-plan.js';

/**
 * Two-dimensional transforms of row-major [n × n] arrays, in place. The spectrum is stored transposed:
 * the entry of wave numbers (k along the rows, l along the columns) lies at l·n + k, which saves two
 * transpositions and means nothing to a multiplier that is symmetric in k and l, as the Laplacian is.
 * Divided by nothing; `inverse(forward(x))` is n² x.
 */
export function fourierSquare(n: number): FourierPlan {
  const plan = fourierPlan(n, n);
  return {
    forward(real, imaginary): void {
      plan.forward(real, imaginary);
      transposeSquare(real, n);
      transposeSquare(imaginary, n);
      plan.forward(real, imaginary);
    },
    inverse(real, imaginary): void {
      plan.inverse(real, imaginary);
      transposeSquare(real, n);
      transposeSquare(imaginary, n);
      plan.inverse(real, imaginary);
    },
  };
}

function transposeSquare(entries: Float64Array, n: number): void {
  for (let row = 1; row < n; row++) {
    for (let column = 0; column < row; column++) {
      const kept = entries[row * n + column];
      entries[row * n + column] = entries[column * n + row];
      entries[column * n + row] = kept;
    }
  }
}
