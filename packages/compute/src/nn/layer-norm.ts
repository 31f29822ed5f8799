import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer.js';

/**
 * Normalises every row, then scales and shifts its columns: y = γ (x − μ)/√(σ² + ε) + β with the
 * row's mean μ and variance σ² (Ba et al. 2016); ε = 1e-5. For tensors of any rank along the last
 * axis, which has `size` entries. Named `name.scale`, `name.shift`.
 */
export function layerNorm(name: string, size: number, epsilon = 1e-5): Layer {
  const [scale, shift] = [`${name}.scale`, `${name}.shift`];
  const normal = (x: tf.Tensor): { unit: tf.Tensor; inverse: tf.Tensor } => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    return { unit: tf.mul(centred, inverse), inverse };
  };
  return {
    parameters: {
      [scale]: { shape: [size], initial: () => new Float32Array(size).fill(1) },
      [shift]: { shape: [size], initial: () => new Float32Array(size) },
    },
    state: {},
    apply: (x, { parameters }) =>
      tf.add(tf.mul(normal(x).unit, parameters[scale]), parameters[shift]),
    push: ({ value, tangent }, { parameters }) => {
      const { unit, inverse } = normal(value);
      const level = tf.mean(tangent, -1, true);
      const along = tf.mul(unit, tf.mean(tf.mul(unit, tangent), -1, true));
      const slope = tf.mul(inverse, tf.sub(tf.sub(tangent, level), along));
      return {
        value: tf.add(tf.mul(unit, parameters[scale]), parameters[shift]),
        tangent: tf.mul(slope, parameters[scale]),
      };
    },
  };
}
