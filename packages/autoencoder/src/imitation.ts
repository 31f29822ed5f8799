import * as tf from '@tensorflow/tfjs';
import { withGradient } from '@noether/compute';

/**
 * The rows `own` as they are, with the gradient of `weight` · mean |own − model|² added to theirs: what made
 * them learns to make `model`, which gets no gradient.
 * @param weight a scalar
 */
export function imitating(own: tf.Tensor2D, model: tf.Tensor2D, weight: tf.Tensor): tf.Tensor2D {
  const pulled = withGradient<[tf.Tensor2D, tf.Tensor2D, tf.Tensor], tf.Tensor2D>(
    (rows) => tf.add(rows, 0),
    (dy, [rows, wanted, scale]) => {
      const pull = tf.mul(tf.sub(rows, wanted), tf.div(tf.mul(scale, 2), rows.shape[0]));
      return [tf.add(dy, pull), tf.zerosLike(wanted), tf.zerosLike(scale)];
    },
  );
  return pulled(own, model, weight);
}
