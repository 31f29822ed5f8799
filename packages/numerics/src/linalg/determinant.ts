import { checkMatrix } from './check-matrix.js';
import { addRow, largestBelow, swapRows } from './row-operations.js';

/**
 * The determinant of a row-major n × n matrix by Gaussian elimination with partial pivoting.
 * @throws RangeError when an entry is not finite
 */
export function determinant(a: Float64Array, n: number): number {
  checkMatrix('a', a, n, n);
  const rest = a.slice();
  let product = 1;
  for (let pivot = 0; pivot < n; pivot++) {
    const best = largestBelow(rest, n, pivot);
    if (best !== pivot) {
      swapRows(rest, n, pivot, best);
      product = -product;
    }
    const diagonal = rest[pivot * n + pivot];
    product *= diagonal;
    if (diagonal === 0) return 0;
    for (let row = pivot + 1; row < n; row++) {
      addRow(rest, n, row, pivot, -rest[row * n + pivot] / diagonal);
    }
  }
  return product;
}
