import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.js';

/** The identity whose gradient is zero. */
export function stopGradient<T extends tf.Tensor>(x: T): T {
  return scaleGradient(x, () => tf.scalar(0));
}

/**
 * The identity whose gradient is multiplied by `factor(x)`, which is asked for in the backward pass.
 * (A gradient reversal layer, Ganin and Lempitsky 2015, with a factor of its own for each sample.)
 */
export function scaleGradient<T extends tf.Tensor>(x: T, factor: (x: T) => tf.Tensor): T {
  return withGradient<[T], T>(
    (value) => tf.add(value, 0),
    (dy, [value]) => [tf.mul(dy, factor(value))],
  )(x);
}
