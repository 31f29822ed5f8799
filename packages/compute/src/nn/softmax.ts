import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

/** eˣ/Σeˣ along the last axis. */
export const softmax: Layer = {
  parameters: {},
  state: {},
  apply: (x) => tf.softmax(x),
  push: ({ value, tangent }) => {
    const y = tf.softmax(value);
    const mean = tf.sum(tf.mul(y, tangent), -1, true);
    return { value: y, tangent: tf.mul(y, tf.sub(tangent, mean)) };
  },
};
