/**
 * The middle value, or the mean of the two middle values of an even number.
 * @throws RangeError when there are no values
 */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('The median of no values is not defined.');
  const sorted = Float64Array.from(values).sort();
  const upper = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}
