import { operations } from './operations.js';
import { instances, type Instance } from './compare.js';
import type { RandomStream } from '@noether/contracts';

/**
 * Cases whose first axis has no entry at all: of the element-wise operations, those whose inputs are
 * of one shape (tfjs-cpu itself cannot broadcast nothing).
 */
export function emptyInstances(random: RandomStream, times: number): Instance[] {
  return instances(operations['element-wise'], random, times).flatMap((instance) => {
    const shapes = new Set(instance.inputs.map(({ shape }) => shape.join()));
    if (shapes.size > 1) return [];
    const inputs = instance.inputs.map((input) => ({
      ...input,
      shape: [0, ...input.shape.slice(1)],
    }));
    return [{ ...instance, inputs }];
  });
}
