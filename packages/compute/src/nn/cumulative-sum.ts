import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.js';

/**
 * Sums of the entries along an axis up to each: y_i = Σ_{j ≤ i} x_j, differentiable along every axis
 * (tfjs' own gradient of cumsum permutes the axes wrongly unless the axis is the last). The gradient
 * is the sum of what comes behind, Σ_{j ≥ i} dy_j.
 */
export function cumulativeSum<T extends tf.Tensor>(x: T, axis = -1): T {
  return withGradient<[T], T>(
    (value) => tf.cumsum(value, axis),
    (dy) => [tf.cumsum(dy, axis, false, true)],
  )(x);
}
