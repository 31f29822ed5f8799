import * as tf from '@tensorflow/tfjs';
import { withGradient } from './custom-gradient.js';
import type { Tensors } from '../tensor-function.js';
import type { Layer } from './layer.js';

export interface BatchNormOptions {
  /** Weight of the newest batch in the running statistics; default 0.1. */
  readonly momentum?: number;
  /** Added to the variance; default 1e-5. */
  readonly epsilon?: number;
  /** Learn γ and β; default true. Without, γ = 1 and β = 0 and there are no parameters. */
  readonly affine?: boolean;
}

/**
 * Normalises every column over the rows of the batch, then scales and shifts:
 * y = γ (x − μ)/√(σ² + ε) + β (Ioffe and Szegedy 2015). At inference the running mean and
 * (unbiased) variance replace those of the batch. Named `name.scale`, `name.shift`, `name.mean`,
 * `name.variance`.
 */
export function batchNorm(name: string, size: number, options: BatchNormOptions = {}): Layer {
  const { momentum = 0.1, epsilon = 1e-5, affine = true } = options;
  const [scale, shift] = [`${name}.scale`, `${name}.shift`];
  const [mean, variance] = [`${name}.mean`, `${name}.variance`];
  const ones = (): Float32Array => new Float32Array(size).fill(1);
  const learned = {
    [scale]: { shape: [size], initial: ones },
    [shift]: { shape: [size], initial: () => new Float32Array(size) },
  };
  const gammaOf = (parameters: Tensors): tf.Tensor =>
    affine ? parameters[scale] : tf.ones([size]);
  const betaOf = (parameters: Tensors): tf.Tensor =>
    affine ? parameters[shift] : tf.zeros([size]);
  return {
    parameters: affine ? learned : {},
    state: {
      [mean]: { shape: [size], initial: new Float32Array(size) },
      [variance]: { shape: [size], initial: ones() },
    },
    apply: (x, { parameters, state, nextState, training }) => {
      if (!training) {
        const gain = tf.div(gammaOf(parameters), tf.sqrt(tf.add(state[variance], epsilon)));
        return tf.add(tf.mul(tf.sub(x, state[mean]), gain), betaOf(parameters));
      }
      const statistics = batchStatistics(x);
      const rows = x.shape[0];
      const unbiased = tf.mul(statistics.variance, rows / Math.max(rows - 1, 1));
      nextState[mean] = mix(state[mean], statistics.mean, momentum);
      nextState[variance] = mix(state[variance], unbiased, momentum);
      return normalise(
        x,
        gammaOf(parameters) as tf.Tensor1D,
        betaOf(parameters) as tf.Tensor1D,
        epsilon,
      );
    },
    push: ({ value, tangent }, { parameters, state }) => {
      const gain = tf.div(gammaOf(parameters), tf.sqrt(tf.add(state[variance], epsilon)));
      return {
        value: tf.add(tf.mul(tf.sub(value, state[mean]), gain), betaOf(parameters)),
        tangent: tf.mul(tangent, gain),
      };
    },
  };
}

interface Statistics {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
  readonly centred: tf.Tensor2D;
}

function batchStatistics(x: tf.Tensor2D): Statistics {
  const mean = tf.mean(x, 0);
  const centred = tf.sub(x, mean) as tf.Tensor2D;
  return { mean, centred, variance: tf.mean(tf.square(centred), 0) };
}

function mix(old: tf.Tensor, fresh: tf.Tensor, momentum: number): tf.Tensor {
  return tf.add(tf.mul(old, 1 - momentum), tf.mul(fresh, momentum));
}

/**
 * The statistics are functions of x, so their share of the gradient is written out:
 * dx = γr (dy − mean(dy) − c r² mean(dy·c)) with r = 1/√(σ² + ε), c = x − μ.
 */
function normalise(
  x: tf.Tensor2D,
  scale: tf.Tensor1D,
  shift: tf.Tensor1D,
  epsilon: number,
): tf.Tensor2D {
  type Inputs = [tf.Tensor2D, tf.Tensor1D, tf.Tensor1D];
  return withGradient<Inputs, tf.Tensor2D>(
    (value, gamma, beta) => {
      const { centred, variance } = batchStatistics(value);
      const gain = tf.mul(gamma, tf.rsqrt(tf.add(variance, epsilon)));
      return tf.add(tf.mul(centred, gain), beta);
    },
    (dy, [value, gamma]) => {
      const { centred, variance } = batchStatistics(value);
      const inverse = tf.rsqrt(tf.add(variance, epsilon));
      const gain = tf.mul(gamma, inverse);
      const along = tf.sum(tf.mul(dy, centred), 0);
      const total = tf.sum(dy, 0);
      const rows = value.shape[0];
      const pull = tf.div(tf.mul(tf.mul(gain, tf.square(inverse)), along), -rows);
      const level = tf.div(tf.mul(gain, total), -rows);
      const dx = tf.add(tf.add(tf.mul(dy, gain), tf.mul(centred, pull)), level);
      return [dx, tf.mul(along, inverse), total];
    },
  )(x, scale, shift);
}
