import type { ComplexMatrix } from './haar-unitary.js';

/**
 * The complex n × n matrix X + iY as the real 2n × 2n matrix [[X, −Y], [Y, X]], which acts on
 * (Re z, Im z).
 */
export function realForm({ re, im }: ComplexMatrix, n: number): Float64Array {
  const width = 2 * n;
  const matrix = new Float64Array(width * width);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const [x, y] = [re[row * n + column], im[row * n + column]];
      matrix[row * width + column] = matrix[(row + n) * width + column + n] = x;
      matrix[(row + n) * width + column] = y;
      matrix[row * width + column + n] = -y;
    }
  }
  return matrix;
}

/** Whether a real 2n × 2n matrix is a {@link realForm}, up to `tolerance`. */
export function isRealForm(matrix: Float64Array, n: number, tolerance: number): boolean {
  const width = 2 * n;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const real = matrix[row * width + column] - matrix[(row + n) * width + column + n];
      const imaginary = matrix[(row + n) * width + column] + matrix[row * width + column + n];
      if (!(Math.abs(real) <= tolerance && Math.abs(imaginary) <= tolerance)) return false;
    }
  }
  return true;
}

/** The complex matrix X + iY whose {@link realForm} is next to a real 2n × 2n matrix. */
export function complexOf(matrix: Float64Array, n: number): ComplexMatrix {
  const at = (entry: number, down: number, right: number): number =>
    matrix[(Math.floor(entry / n) + down) * 2 * n + right + (entry % n)];
  const empty = new Float64Array(n * n);
  return {
    re: empty.map((_, entry) => (at(entry, 0, 0) + at(entry, n, n)) / 2),
    im: empty.map((_, entry) => (at(entry, n, 0) - at(entry, 0, n)) / 2),
  };
}
