import { multiply } from '@noether/numerics';

/** The commutator [A, B] = AB − BA of two row-major n × n matrices. */
export function bracket(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const result = multiply(a, b, n, n, n);
  const reverse = multiply(b, a, n, n, n);
  for (let entry = 0; entry < result.length; entry++) result[entry] -= reverse[entry];
  return result;
}
