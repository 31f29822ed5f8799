import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.js';

/**
 * Blocks of 2 places along every axis, one a row, as the grid that they tile:
 * (batch · blocks) × (places · channels) → batch × extents × channels.
 */
export function tiled(rows: tf.Tensor2D, batch: number, extents: readonly number[]): tf.Tensor {
  const channels = rows.shape[1] / 2 ** extents.length;
  const halves = extents.map((extent) => extent / 2);
  const shape = [batch, ...extents, channels];
  if (halves.length === 1) return tf.reshape(rows, shape);
  const blocks = tf.reshape(rows, [batch, ...halves, ...halves.map(() => 2), channels]);
  const order = halves.flatMap((_, axis) => [1 + axis, 1 + axis + halves.length]);
  return tf.reshape(tf.transpose(blocks, [0, ...order, order.length + 1]), shape);
}

/** The larger of two numbers, of equal ones the first, which then gets all of the gradient. */
const larger = withGradient<[tf.Tensor, tf.Tensor], tf.Tensor>(
  (a, b) => tf.maximum(a, b),
  (dy, [a, b]) => {
    const first = tf.mul(dy, tf.cast(tf.greaterEqual(a, b), 'float32'));
    return [first, tf.sub(dy, first)];
  },
);

/** The larger of two places, each with its channels in a row: pairs × 2·channels → pairs × channels. */
export function largerOfPair(rows: tf.Tensor2D): tf.Tensor {
  const [first, second] = tf.split(rows, 2, 1);
  return larger(first, second);
}

/** What moves along a direction with {@link largerOfPair}: the tangent of the place it takes. */
export function alongLarger(rows: tf.Tensor2D, tangents: tf.Tensor2D): tf.Tensor {
  const [first, second] = tf.split(rows, 2, 1);
  const [ofFirst, ofSecond] = tf.split(tangents, 2, 1);
  return tf.where(tf.greaterEqual(first, second), ofFirst, ofSecond);
}
