/** The n × n identity. */
export function identity(n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let index = 0; index < n; index++) result[index * n + index] = 1;
  return result;
}
