import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

/**
 * x for x > 0, a·x below, with a slope a to be learned for each of `width` columns or channels, at
 * first `slope` (He et al. 2015). Parameter `name.slope`.
 */
export function prelu(name: string, width: number, slope = 0.25): Layer {
  const parameter = `${name}.slope`;
  const below = (x: tf.Tensor): tf.Tensor => tf.neg(tf.relu(tf.neg(x)));
  return {
    parameters: {
      [parameter]: { shape: [width], initial: () => new Float32Array(width).fill(slope) },
    },
    state: {},
    apply: (x, { parameters }) => tf.add(tf.relu(x), tf.mul(below(x), parameters[parameter])),
    push: ({ value, tangent }, { parameters }) => {
      const positive = tf.step(value);
      const slopes = tf.mul(tf.sub(1, positive), parameters[parameter]);
      return {
        value: tf.add(tf.relu(value), tf.mul(below(value), parameters[parameter])),
        tangent: tf.mul(tangent, tf.add(positive, slopes)),
      };
    },
  };
}
