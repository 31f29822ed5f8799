/**
 * Checks the shape and the numbers of an argument before an algorithm that could loop forever on NaN.
 * @throws RangeError that names the argument
 */
export function checkMatrix(
  argument: string,
  matrix: ArrayLike<number>,
  rows: number,
  columns: number,
): void {
  if (matrix.length !== rows * columns) {
    throw new RangeError(
      `${argument} has ${matrix.length} entries; expected ${rows} × ${columns} = ${rows * columns}, row by row.`,
    );
  }
  for (let index = 0; index < matrix.length; index++) {
    if (!Number.isFinite(matrix[index])) {
      throw new RangeError(
        `${argument} holds ${matrix[index]} in row ${Math.floor(index / columns)}, column ${index % columns}; every entry must be finite.`,
      );
    }
  }
}
