import * as tf from '@tensorflow/tfjs';
import { withGradient, type Tensors } from '@noether/compute';
import { generatorName, learnedBlocks, maskName } from './group-action.js';
import type { SymmetryOptions } from './options.js';
import { generatorMapOf } from './parametrisation/generator-map-of.js';

/**
 * The generators that act, c × d × d: what the trained numbers mean, times their 0/1 mask. A masked entry gets no gradient and stays where it
 * is, as in the reference implementation; with `threshold.straightThrough` it gets the gradient of
 * the masked value as if there were no mask, so that it can grow and come back.
 */
export function maskedGenerators(
  { representation, threshold }: SymmetryOptions,
  parameters: Tensors,
  masks: Tensors,
): Tensors {
  const apply = threshold?.straightThrough ? maskStraightThrough : tf.mul;
  return Object.fromEntries(
    learnedBlocks(representation).map(({ block, index }) => {
      const generators = generatorMapOf(block).tensors(parameters[generatorName(index)]);
      return [generatorName(index), apply(generators, masks[maskName(index)])];
    }),
  );
}

const maskStraightThrough = withGradient<[tf.Tensor, tf.Tensor], tf.Tensor>(
  (value, mask) => tf.mul(value, mask),
  (dy, [, mask]) => [dy, tf.zerosLike(mask)],
);
