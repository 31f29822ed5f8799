import * as tf from '@tensorflow/tfjs';
import type { Program } from '../../src/index.js';

/** y = x w + b fitted by least squares; also counts its steps and averages x as carried state. */
export const regression: Program = {
  parameters: {
    'line.weight': { shape: [2, 1], initial: (random) => random.fillNormal(new Float32Array(2)) },
    'line.bias': { shape: [1], initial: () => new Float32Array(1) },
  },
  state: {
    count: { shape: [], initial: Float32Array.of(10) },
    average: { shape: [2], initial: new Float32Array(2) },
  },
  inputs: { x: { shape: [4, 2] }, y: { shape: [4, 1] } },
  step({ parameters, state, inputs }) {
    const product = tf.matMul(inputs.x as tf.Tensor2D, parameters['line.weight'] as tf.Tensor2D);
    const error = tf.sub(tf.add(product, parameters['line.bias']), inputs.y);
    const loss = tf.mean(tf.square(error)) as tf.Scalar;
    const average = tf.add(tf.mul(state.average, 0.5), tf.mul(tf.mean(inputs.x, 0), 0.5));
    return {
      losses: { line: loss },
      metrics: { loss, count: state.count as tf.Scalar },
      state: { count: tf.add(state.count, 1), average },
    };
  },
};

/**
 * Two groups with losses of their own over both groups' parameters:
 * La = Σ a² b + Σ sin a, Lb = Σ (a b − 1)² + Σ x b, a and b of shape [2].
 */
export const rivals: Program = {
  parameters: {
    'a.values': { shape: [2], initial: () => Float32Array.of(0.7, -1.2) },
    'b.values': { shape: [2], initial: () => Float32Array.of(0.4, 0.9) },
  },
  state: {},
  inputs: { x: { shape: [2] } },
  step({ parameters, inputs }) {
    const a = parameters['a.values'];
    const b = parameters['b.values'];
    const first = tf.sum(tf.add(tf.mul(tf.square(a), b), tf.sin(a))) as tf.Scalar;
    const square = tf.square(tf.sub(tf.mul(a, b), 1));
    const second = tf.sum(tf.add(square, tf.mul(inputs.x, b))) as tf.Scalar;
    return { losses: { a: first, b: second }, metrics: { first, second }, state: {} };
  },
};
