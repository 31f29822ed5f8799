import { transpose } from '@noether/numerics';

/** (A − Aᵀ)/2 of a row-major n × n matrix. */
export function skewPart(matrix: Float64Array, n: number): Float64Array {
  const mirrored = transpose(matrix, n, n);
  return matrix.map((entry, at) => (entry - mirrored[at]) / 2);
}
