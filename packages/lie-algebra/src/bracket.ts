import { multiply } from '@noether/numerics';
import { checkMatrix } from './check-matrix.js';

/**
 * The commutator [A, B] = AB − BA of two row-major n × n matrices.
 * @throws NoetherError that names the argument when a matrix is not n × n
 */
export function bracket(a: Float64Array, b: Float64Array, n: number): Float64Array {
  checkMatrix('a', a, n);
  checkMatrix('b', b, n);
  const result = multiply(a, b, n, n, n);
  const reverse = multiply(b, a, n, n, n);
  for (let entry = 0; entry < result.length; entry++) result[entry] -= reverse[entry];
  return result;
}
