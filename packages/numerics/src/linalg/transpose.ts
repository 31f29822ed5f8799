/** The transpose, n × m, of a row-major m × n matrix. */
export function transpose(a: Float64Array, m: number, n: number): Float64Array {
  const result = new Float64Array(m * n);
  for (let row = 0; row < m; row++) {
    for (let column = 0; column < n; column++) result[column * m + row] = a[row * n + column];
  }
  return result;
}
