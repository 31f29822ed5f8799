import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

/** max(x, 0). */
export const relu: Layer = {
  parameters: {},
  state: {},
  apply: (x) => tf.relu(x),
  push: ({ value, tangent }) => ({
    value: tf.relu(value),
    tangent: tf.mul(tangent, tf.step(value)),
  }),
  pushJet: ({ value, tangent, acceleration }) => ({
    value: tf.relu(value),
    tangent: tf.mul(tangent, tf.step(value)),
    acceleration: tf.mul(acceleration, tf.step(value)),
  }),
};
