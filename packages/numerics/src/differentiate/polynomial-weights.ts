import { solve } from '../linalg/solve.js';

/**
 * Weights w with Σ wᵢ yᵢ = the k-th derivative at `at` of the polynomial of a degree that fits (xᵢ, yᵢ)
 * best in least squares. The points are scaled to [−1, 1] for the normal equations.
 * @param derivative k, 0 for the value
 * @throws RangeError when there are no more points than the degree
 */
export function polynomialWeights(
  points: ArrayLike<number>,
  at: number,
  degree: number,
  derivative: number,
): Float64Array {
  const n = points.length;
  if (n <= degree) {
    throw new RangeError(`${n} points cannot determine a polynomial of degree ${degree}.`);
  }
  const size = degree + 1;
  const middle = (points[0] + points[n - 1]) / 2;
  const scale = (points[n - 1] - points[0]) / 2 || 1;
  const basis = new Float64Array(n * size);
  for (let i = 0; i < n; i++) {
    const x = (points[i] - middle) / scale;
    for (let k = 0; k < size; k++) basis[i * size + k] = x ** k;
  }
  const gram = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < size; k++) {
      for (let l = 0; l < size; l++)
        gram[k * size + l] += basis[i * size + k] * basis[i * size + l];
    }
  }
  const x = (at - middle) / scale;
  const wanted = Float64Array.from({ length: size }, (_, k) => {
    let factor = 1;
    for (let step = 0; step < derivative; step++) factor *= k - step;
    return k < derivative ? 0 : (factor * x ** (k - derivative)) / scale ** derivative;
  });
  const combination = solve(gram, wanted, size);
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += basis[i * size + k] * combination[k];
    return sum;
  });
}
