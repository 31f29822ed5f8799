/** The spacing of the times when it is the same everywhere (to 1e-6 of it), else null. */
export function uniformInterval(times: Float64Array): number | null {
  const interval = (times[times.length - 1] - times[0]) / (times.length - 1);
  const uniform = times.every(
    (time, row) => Math.abs(time - times[0] - row * interval) <= 1e-6 * interval,
  );
  return uniform && interval > 0 ? interval : null;
}
