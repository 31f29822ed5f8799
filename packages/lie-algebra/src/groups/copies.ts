import type { RandomStream } from '@noether/numerics';
import { blockDiagonal, takeBlock } from '../block-diagonal.js';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';

/**
 * The same element acting on `count` vectors: diag(g, g, …) for g in the group, of the same dimension,
 * named `count*group`. A scene of several points that are turned together is of this kind.
 * @throws NoetherError when the count is no positive integer or too large
 */
export function copies(group: Group, count: number): Group {
  checkOrder('count', count);
  const { compact, connected, contains, form, haar } = group;
  const size = group.size * count;
  checkExtent(`${count}*${group.name}`, group.dimension, size);
  const repeat = (block: Float64Array): Float64Array =>
    blockDiagonal(Array.from({ length: count }, () => block));
  const first = (element: Float64Array): Float64Array => takeBlock(element, size, 0, group.size);
  return defineGroup({
    name: `${count}*${group.name}`,
    generators: group.generators.map(repeat),
    ...(compact === undefined ? {} : { compact }),
    ...(connected === undefined ? {} : { connected }),
    ...(form && { form: repeat(form) }),
    ...(haar && { haar: (random: RandomStream) => repeat(haar(random)) }),
    exp: (coefficients) => repeat(group.exp(coefficients)),
    log: (element) => group.log(first(element)),
    ...(contains && {
      contains: (element: Float64Array, tolerance: number): boolean => {
        const expected = repeat(first(element));
        return (
          contains(first(element), tolerance) &&
          element.every((entry, index) => Math.abs(entry - expected[index]) <= tolerance)
        );
      },
    }),
  });
}
