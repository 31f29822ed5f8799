import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { checkMatrix } from './check-matrix.js';
import { transpose } from './transpose.js';

/**
 * The min(m, n) singular values of a row-major m × n matrix, descending.
 * @throws RangeError when an entry is not finite
 */
export function singularValues(a: Float64Array, m: number, n: number): Float64Array {
  checkMatrix('a', a, m, n);
  const tall = m >= n ? Matrix.from1DArray(m, n, a) : Matrix.from1DArray(n, m, transpose(a, m, n));
  const decomposition = new SingularValueDecomposition(tall, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  return Float64Array.from(decomposition.diagonal).sort().reverse();
}
