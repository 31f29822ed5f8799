import { invalidArgument } from '@noether/contracts';

/**
 * The first time with an error above `threshold`; the last time (the horizon) when there is none.
 * @param errors one per time; NaN counts as above
 * @throws NoetherError when there is no time, or another number of errors
 */
export function validTime(
  errors: ArrayLike<number>,
  times: Float64Array,
  threshold: number,
): number {
  if (times.length === 0) throw invalidArgument('times', times, 'give one time or more');
  if (errors.length !== times.length) {
    const wanted = `give one for each of the ${times.length} times`;
    throw invalidArgument('errors', Array.from(errors), wanted);
  }
  for (let row = 0; row < times.length; row++) {
    if (!(errors[row] <= threshold)) return times[row];
  }
  return times[times.length - 1];
}
