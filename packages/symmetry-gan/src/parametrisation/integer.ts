import * as tf from '@tensorflow/tfjs';
import { withGradient } from '@noether/compute';
import { invalidArgument } from '@noether/contracts';
import type { GeneratorMap } from './generator-map.js';

/**
 * L = round(A) within −bound … bound of a trained A, half to even as ONNX and tfjs round. The gradient
 * goes straight through to A (Bengio et al., arXiv 1308.3432), save where it would push an entry
 * further beyond the bound. Quirk Q5: in the reference implementation (`int_param`) rounding leaves no
 * gradient at all.
 */
export function integer(bound: number, dimension: number): GeneratorMap {
  const round = withGradient<[tf.Tensor], tf.Tensor>(
    (numbers) => tf.round(tf.clipByValue(numbers, -bound, bound)),
    (dy, [numbers]) => {
      const outward = tf.less(tf.mul(dy, numbers), 0);
      const beyond = tf.greater(tf.abs(numbers), bound);
      return [tf.where(tf.logicalAnd(outward, beyond), tf.zerosLike(dy), dy)];
    },
  );
  return {
    shape: [dimension, dimension],
    tensors: round,
    matrices: (numbers) =>
      numbers.map((value) => roundHalfToEven(Math.min(bound, Math.max(-bound, value)))),
    numbers: (matrices) => matrices.slice(),
  };
}

function roundHalfToEven(value: number): number {
  const lower = Math.floor(value);
  const rest = value - lower;
  if (rest === 0.5) return lower % 2 === 0 ? lower : lower + 1;
  return rest < 0.5 ? lower : lower + 1;
}

/** @throws NoetherError when the bound is no positive whole number */
export function checkBound(argument: string, bound: number): void {
  if (Number.isInteger(bound) && bound > 0) return;
  throw invalidArgument(argument, bound, 'it must be a positive whole number');
}
