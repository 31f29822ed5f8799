import type { RandomStream } from '@noether/numerics';

/** A complex n × n matrix, row-major. */
export interface ComplexMatrix {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * A unitary matrix from the Haar measure of U(n): Gram-Schmidt, with a positive diagonal of R, on the
 * columns of a complex Gaussian matrix (Mezzadri, Notices of the AMS 54, 2007). With `isReal` it is an
 * orthogonal matrix from the Haar measure of O(n).
 */
export function haarUnitary(n: number, random: RandomStream, isReal: boolean): ComplexMatrix {
  const re = random.fillNormal(new Float64Array(n * n));
  const im = isReal ? new Float64Array(n * n) : random.fillNormal(new Float64Array(n * n));
  for (let column = 0; column < n; column++) {
    // Projecting twice keeps the columns orthogonal to rounding.
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < column; other++) project(re, im, n, column, other);
    }
    let norm = 0;
    for (let row = column; row < n * n; row += n) norm += re[row] ** 2 + im[row] ** 2;
    norm = Math.sqrt(norm);
    for (let row = column; row < n * n; row += n) {
      re[row] /= norm;
      im[row] /= norm;
    }
  }
  return { re, im };
}

function project(
  re: Float64Array,
  im: Float64Array,
  n: number,
  column: number,
  other: number,
): void {
  let x = 0;
  let y = 0;
  for (let row = 0; row < n * n; row += n) {
    const [a, b, c, d] = [re[row + other], im[row + other], re[row + column], im[row + column]];
    x += a * c + b * d;
    y += a * d - b * c;
  }
  for (let row = 0; row < n * n; row += n) {
    re[row + column] -= re[row + other] * x - im[row + other] * y;
    im[row + column] -= re[row + other] * y + im[row + other] * x;
  }
}
