import { checkMatrix } from './check-matrix.js';
import { addRow, largestBelow, swapRows } from './row-operations.js';

/**
 * The solution X of A X = B by Gaussian elimination with partial pivoting; A is n × n, B and X are
 * n × columns, all row-major.
 * @throws RangeError when A is singular to working precision, or an entry is not finite
 */
export function solve(a: Float64Array, b: Float64Array, n: number, columns = 1): Float64Array {
  checkMatrix('a', a, n, n);
  checkMatrix('b', b, n, columns);
  const solution = b.slice();
  solveInPlace(a.slice(), solution, n, columns);
  return solution;
}

/** Overwrites `a` with its triangular factor and `b` with the solution. */
export function solveInPlace(a: Float64Array, b: Float64Array, n: number, columns: number): void {
  for (let pivot = 0; pivot < n; pivot++) {
    const best = largestBelow(a, n, pivot);
    if (a[best * n + pivot] === 0) {
      throw new RangeError(
        `The matrix is singular: no pivot in column ${pivot} of ${n}. Remove dependent columns or use least squares.`,
      );
    }
    if (best !== pivot) {
      swapRows(a, n, pivot, best);
      swapRows(b, columns, pivot, best);
    }
    for (let row = pivot + 1; row < n; row++) {
      const factor = a[row * n + pivot] / a[pivot * n + pivot];
      if (factor === 0) continue;
      addRow(a, n, row, pivot, -factor);
      addRow(b, columns, row, pivot, -factor);
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let later = row + 1; later < n; later++)
      addRow(b, columns, row, later, -a[row * n + later]);
    const diagonal = a[row * n + row];
    for (let column = 0; column < columns; column++) b[row * columns + column] /= diagonal;
  }
}
