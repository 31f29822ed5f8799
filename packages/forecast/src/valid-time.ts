/**
 * The first time with an error above `threshold`; the last time (the horizon) when there is none.
 * @param errors one per time
 */
export function validTime(
  errors: ArrayLike<number>,
  times: Float64Array,
  threshold: number,
): number {
  for (let row = 0; row < times.length; row++) {
    if (!(errors[row] <= threshold)) return times[row];
  }
  return times[times.length - 1];
}
