import * as tf from '@tensorflow/tfjs';
import { asImages } from './as-images.js';
import { checkSizes } from './convolution-options.js';
import type { Layer } from './layer.js';

/** The largest of every `size` neighbours of a signal, batch × length × channels; a rest is left out. */
export function maxPool1d(size = 2): Layer<tf.Tensor3D, tf.Tensor3D> {
  checkSizes({ size });
  return asImages(pool([1, size]));
}

/** The largest of every `size` × `size` pixels, batch × height × width × channels; rests are left out. */
export function maxPool2d(size = 2): Layer<tf.Tensor4D, tf.Tensor4D> {
  checkSizes({ size });
  return pool([size, size]);
}

/** Windows do not overlap, so that the gradient of their sum is 1 at the largest entry and else 0. */
function pool(size: [number, number]): Layer<tf.Tensor4D, tf.Tensor4D> {
  const largest = (x: tf.Tensor4D): tf.Tensor4D => tf.maxPool(x, size, size, 'valid');
  return {
    parameters: {},
    state: {},
    apply: largest,
    push: ({ value, tangent }) => {
      const chosen = tf.mul(tangent, tf.grad((x) => largest(x as tf.Tensor4D))(value));
      const mean = tf.avgPool(chosen as tf.Tensor4D, size, size, 'valid');
      return { value: largest(value), tangent: tf.mul(mean, size[0] * size[1]) };
    },
  };
}
