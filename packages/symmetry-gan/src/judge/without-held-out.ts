import { invalidArgument } from '@noether/contracts';
import { mean } from '@noether/numerics';
import { rowsAt } from './rows-at.js';

/**
 * The reference windows less those that are held out as well, number by number: a window is no evidence of being near to
 * itself. Each held-out window takes one of its kind away, so that of rounded data, in which many are alike, the others stay.
 * @param fewest windows that have to be left when some were taken away
 * @throws NoetherError when fewer are left
 */
export function withoutHeldOut(
  reference: Float64Array,
  heldOut: Float64Array,
  width: number,
  fewest: number,
): Float64Array {
  const row = (rows: Float64Array, at: number): Float64Array =>
    rows.subarray(at * width, (at + 1) * width);
  const bySum = new Map<number, Float64Array[]>();
  for (let at = 0; at < heldOut.length / width; at++) {
    const own = row(heldOut, at);
    const sum = mean(own);
    const alike = bySum.get(sum);
    if (alike) alike.push(own);
    else bySum.set(sum, [own]);
  }
  const total = reference.length / width;
  const kept = Int32Array.from({ length: total }, (_, at) => at).filter((at) => {
    const own = row(reference, at);
    const alike = bySum.get(mean(own)) ?? [];
    const found = alike.findIndex((other) => other.every((value, index) => value === own[index]));
    if (found >= 0) alike.splice(found, 1);
    return found < 0;
  });
  if (kept.length === total) return reference;
  if (kept.length < fewest) {
    const hint = `${total - kept.length} of ${total} windows looked at are held out too; give windows that were learned from`;
    throw invalidArgument('reference', kept.length, hint);
  }
  return rowsAt(reference, width, kept);
}
