import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import type { ParameterSpec } from '../program.js';
import type { Layer } from './layer.js';

/** Uniform in ±1/√fanIn, PyTorch's default for linear layers. */
export function uniformFanIn(shape: readonly number[], fanIn: number): ParameterSpec {
  const bound = 1 / Math.sqrt(fanIn);
  return {
    shape,
    initial: (random: RandomStream) =>
      Float32Array.from(
        { length: shape.reduce((product, extent) => product * extent, 1) },
        () => (2 * random.uniform() - 1) * bound,
      ),
  };
}

/**
 * x W + b with W of shape inputs × outputs, named `name.weight` and `name.bias`. `withBias: false`
 * leaves b out, for layers that a batch norm follows: it would subtract b again.
 */
export function dense(name: string, inputs: number, outputs: number, withBias = true): Layer {
  const weight = `${name}.weight`;
  const bias = `${name}.bias`;
  if (!withBias) {
    return {
      parameters: { [weight]: uniformFanIn([inputs, outputs], inputs) },
      state: {},
      apply: (x, { parameters }) => tf.matMul(x, parameters[weight] as tf.Tensor2D),
      push: ({ value, tangent }, { parameters }) => ({
        value: tf.matMul(value, parameters[weight] as tf.Tensor2D),
        tangent: tf.matMul(tangent, parameters[weight] as tf.Tensor2D),
      }),
      pushJet: ({ value, tangent, acceleration }, { parameters }) => {
        const w = parameters[weight] as tf.Tensor2D;
        return {
          value: tf.matMul(value, w),
          tangent: tf.matMul(tangent, w),
          acceleration: tf.matMul(acceleration, w),
        };
      },
    };
  }
  return {
    parameters: {
      [weight]: uniformFanIn([inputs, outputs], inputs),
      [bias]: uniformFanIn([outputs], inputs),
    },
    state: {},
    apply: (x, { parameters }) =>
      tf.add(tf.matMul(x, parameters[weight] as tf.Tensor2D), parameters[bias]),
    push: ({ value, tangent }, { parameters }) => {
      const w = parameters[weight] as tf.Tensor2D;
      return {
        value: tf.add(tf.matMul(value, w), parameters[bias]),
        tangent: tf.matMul(tangent, w),
      };
    },
    pushJet: ({ value, tangent, acceleration }, { parameters }) => {
      const w = parameters[weight] as tf.Tensor2D;
      return {
        value: tf.add(tf.matMul(value, w), parameters[bias]),
        tangent: tf.matMul(tangent, w),
        acceleration: tf.matMul(acceleration, w),
      };
    },
  };
}
