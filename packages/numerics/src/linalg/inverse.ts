import { identity } from './identity.js';
import { solve } from './solve.js';

/**
 * The inverse of a row-major n × n matrix.
 * @throws RangeError when it is singular to working precision
 */
export function inverse(a: Float64Array, n: number): Float64Array {
  return solve(a, identity(n), n, n);
}
