import { largestBelow, swapRows } from './row-operations.js';

/** P A = L U of a square matrix: solves with many right-hand sides. */
export interface LuFactors {
  /** Overwrites `b`, length n, with the solution of A x = b. */
  solveInPlace(b: Float64Array): void;
}

/**
 * Factors `a`, row-major n × n, with partial pivoting; `a` is overwritten. A singular matrix gives a
 * solution that is not finite.
 */
export function luInPlace(a: Float64Array, n: number): LuFactors {
  const order = new Int32Array(n);
  for (let pivot = 0; pivot < n; pivot++) {
    const best = largestBelow(a, n, pivot);
    order[pivot] = best;
    if (best !== pivot) swapRows(a, n, pivot, best);
    for (let row = pivot + 1; row < n; row++) {
      const factor = a[row * n + pivot] / a[pivot * n + pivot];
      a[row * n + pivot] = factor;
      if (factor === 0) continue;
      for (let column = pivot + 1; column < n; column++) {
        a[row * n + column] -= factor * a[pivot * n + column];
      }
    }
  }
  return { solveInPlace: (b) => substitute(a, order, b, n) };
}

function substitute(a: Float64Array, order: Int32Array, b: Float64Array, n: number): void {
  for (let row = 0; row < n; row++) {
    const value = b[order[row]];
    b[order[row]] = b[row];
    b[row] = value;
  }
  for (let row = 1; row < n; row++) {
    let value = b[row];
    for (let column = 0; column < row; column++) value -= a[row * n + column] * b[column];
    b[row] = value;
  }
  for (let row = n - 1; row >= 0; row--) {
    let value = b[row];
    for (let column = row + 1; column < n; column++) value -= a[row * n + column] * b[column];
    b[row] = value / a[row * n + row];
  }
}
