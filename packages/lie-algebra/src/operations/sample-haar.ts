import { invalidArgument } from '@noether/contracts';
import type { RandomStream } from '@noether/numerics';
import { checkCount } from '../check-order.js';
import type { Group } from '../group.js';

/**
 * `count` elements drawn from the Haar measure, the distribution that no translation of the group
 * changes, one after the other.
 * @throws NoetherError for a group without a `haar` of its own, such as any that is not compact, and
 *   for a count that is no integer of at least 0
 */
export function sampleHaar(group: Group, count: number, random: RandomStream): Float64Array {
  const { haar, name, size } = group;
  if (!haar) {
    throw invalidArgument(
      'group',
      name,
      'it has no Haar sampler; compact groups may be given one, for others use sampleAlgebra and exp',
    );
  }
  checkCount(count);
  const elements = new Float64Array(count * size * size);
  for (let index = 0; index < count; index++) elements.set(haar(random), index * size * size);
  return elements;
}
