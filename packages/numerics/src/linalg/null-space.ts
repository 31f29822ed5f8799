import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { checkMatrix } from './check-matrix.js';

/**
 * An orthonormal basis of { x : A x = 0 } for a row-major m × n matrix: one basis vector a row, so
 * the result is (dimension × n) and `length / n` is the dimension. Directions count as null when
 * their singular value is at most `tolerance` times the largest.
 * @throws RangeError when an entry is not finite
 */
export function nullSpace(a: Float64Array, m: number, n: number, tolerance = 1e-10): Float64Array {
  checkMatrix('a', a, m, n);
  // The decomposition below is wrong for wide matrices, and rows of zeros change no null space.
  const padded = Matrix.zeros(Math.max(m, n), n);
  for (let row = 0; row < m; row++) padded.setRow(row, a.subarray(row * n, (row + 1) * n));
  const { diagonal, rightSingularVectors } = new SingularValueDecomposition(padded, {
    computeLeftSingularVectors: false,
  });
  const limit = tolerance * Math.max(...diagonal);
  const columns = diagonal.flatMap((value, index) => (value <= limit ? [index] : []));
  return Float64Array.from(columns.flatMap((column) => rightSingularVectors.getColumn(column)));
}
