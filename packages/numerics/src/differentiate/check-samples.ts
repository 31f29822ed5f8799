/**
 * @returns the number of rows
 * @throws RangeError when the lengths do not match or the times do not increase
 */
export function checkSamples(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
): number {
  const rows = times.length;
  if (values.length !== rows * columns) {
    throw new RangeError(
      `values has ${values.length} numbers; expected ${rows} rows of ${columns}.`,
    );
  }
  for (let row = 0; row < rows; row++) {
    if (!Number.isFinite(times[row]) || (row > 0 && !(times[row] > times[row - 1]))) {
      throw new RangeError(`times[${row}] is ${times[row]}; times must be finite and increase.`);
    }
  }
  return rows;
}
