import { invalidArgument } from '@noether/contracts';

/**
 * One threshold for each target, of one number for all or a list.
 * @throws NoetherError when the list has another length or a threshold is not 0 or more
 */
export function targetThresholds(
  threshold: number | readonly number[],
  targets: number,
): readonly number[] {
  const list =
    typeof threshold === 'number' ? new Array<number>(targets).fill(threshold) : threshold;
  if (list.length !== targets) {
    throw invalidArgument('threshold', threshold, `give one for each of the ${targets} targets`);
  }
  const wrong = list.find((value) => !(value >= 0 && value < Infinity));
  if (wrong !== undefined) throw invalidArgument('threshold', wrong, 'give a number, 0 or more');
  return list;
}
