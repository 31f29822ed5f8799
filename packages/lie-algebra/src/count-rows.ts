import { invalidArgument } from '@noether/contracts';

/**
 * The number of rows of `width` values in a batch.
 * @throws NoetherError when the length is no multiple of `width`
 */
export function countRows(
  argument: string,
  values: Float64Array,
  width: number,
  what: string,
): number {
  const count = values.length / width;
  if (Number.isInteger(count)) return count;
  throw invalidArgument(argument, values, `give a multiple of ${width} values, ${what}`);
}
