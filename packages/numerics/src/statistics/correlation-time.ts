/**
 * The time in which the autocorrelation of the columns falls to one half, the mean over the columns that move:
 * a sixth of the period of an oscillation. White noise is left out, because lag 0 is not used: the correlation
 * at the first lags is taken as 1. Rows are counted, so the times should be about even.
 * @param values row-major rows × columns
 * @returns the time, at most half of the recording
 */
export function correlationTime(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
): number {
  const rows = times.length;
  const most = Math.max(1, Math.floor(rows / 2));
  const centred = new Float64Array(rows * columns);
  const sizes = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += values[row * columns + column] / rows;
    for (let at = column; at < rows * columns; at += columns) {
      centred[at] = values[at] - mean;
      sizes[column] = Math.max(sizes[column], Math.abs(values[at]));
    }
  }
  const correlation = (lag: number): number[] =>
    Array.from({ length: columns }, (_, column) => {
      let sum = 0;
      for (let row = 0; row + lag < rows; row++) {
        sum += centred[row * columns + column] * centred[(row + lag) * columns + column];
      }
      return sum / (rows - lag);
    });
  const start = correlation(1);
  const moving = start.flatMap((value, column) =>
    value > (1e-12 * sizes[column]) ** 2 ? [column] : [],
  );
  if (moving.length === 0) return (times[rows - 1] - times[0]) / 2;
  const isLow = (lag: number): boolean => {
    const now = correlation(lag);
    return moving.reduce((sum, column) => sum + now[column] / start[column], 0) < moving.length / 2;
  };
  let [low, high] = [1, 1];
  while (high < most && !isLow(high)) [low, high] = [high, Math.min(2 * high, most)];
  while (high - low > Math.max(1, low / 16)) {
    const middle = (low + high) >> 1;
    if (isLow(middle)) high = middle;
    else low = middle;
  }
  return times[high] - times[0];
}
