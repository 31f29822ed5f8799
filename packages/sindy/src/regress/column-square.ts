/** |y|² of a column of the data, from the triangular factor R (row-major columns × columns) alone. */
export function columnSquare(factor: Float64Array, column: number): number {
  const columns = Math.sqrt(factor.length);
  let square = 0;
  for (let row = 0; row <= column; row++) square += factor[row * columns + column] ** 2;
  return square;
}
