/** The row-major n × n matrix with the given entries (row, column, value) and zeros elsewhere. */
export function matrixUnit(
  n: number,
  ...entries: readonly (readonly [row: number, column: number, value: number])[]
): Float64Array {
  const matrix = new Float64Array(n * n);
  for (const [row, column, value] of entries) matrix[row * n + column] = value;
  return matrix;
}
