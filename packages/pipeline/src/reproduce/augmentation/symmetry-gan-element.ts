import * as tf from '@tensorflow/tfjs';
import type { Context, Windows } from '@noether/contracts';
import { mlp, type Engine, type Program } from '@noether/compute';
import { meanCosine, normalMatrix, trainedMatrix, type BaselineOptions } from './trained-matrix.js';

/**
 * SymmetryGAN (Desai, Nachman, Thaler, Phys. Rev. D 105 (2022) 096031) on windows of neighbouring states:
 * one matrix W, not an exponential, is trained so that a discriminator cannot tell W x from x, with
 * |mean cos(W x, x)| of weight 1 against the identity, as LieGAN runs it for comparison.
 * @returns W, row-major d × d
 */
export function symmetryGanElement(
  windows: Windows,
  engine: Engine,
  options: BaselineOptions,
  context: Context,
): Promise<Float64Array> {
  const training = {
    program: program(windows, options),
    matrix: 'generator.matrix',
    optimisers: {
      generator: { learningRate: 1e-3, beta1: 0.5 },
      discriminator: { learningRate: 2e-4 },
    },
  };
  return trainedMatrix(training, windows, engine, options, context);
}

function program(
  { dimension: d, timesteps }: Windows,
  { mask, batchSize: batch }: BaselineOptions,
): Program {
  const inputs = d * timesteps;
  const discriminator = mlp('discriminator', { inputs, outputs: 1, width: 128, hidden: 2 });
  return {
    parameters: { 'generator.matrix': normalMatrix(d), ...discriminator.parameters },
    state: {},
    inputs: { windows: { shape: [batch, timesteps, d] } },
    step: ({ parameters, state, inputs: { windows } }) => {
      const scope = { parameters, state, nextState: {}, training: true };
      const matrix = tf.mul(parameters['generator.matrix'], tf.tensor(mask, [d, d]));
      const rows = tf.reshape(windows, [batch * timesteps, d]) as tf.Tensor2D;
      const moved: tf.Tensor2D = tf.matMul(rows, matrix as tf.Tensor2D, false, true);
      const logits = (states: tf.Tensor): tf.Tensor =>
        discriminator.apply(tf.reshape(states, [batch, inputs]) as tf.Tensor2D, scope);
      const [real, fake] = [logits(rows), logits(moved)];
      const told = tf.add(tf.mean(tf.softplus(tf.neg(real))), tf.mean(tf.softplus(fake)));
      const fooled = tf.mean(tf.softplus(tf.neg(fake)));
      return {
        losses: {
          generator: tf.add(fooled, tf.abs(meanCosine(moved, rows))) as tf.Scalar,
          discriminator: tf.mul(told, 0.5) as tf.Scalar,
        },
        metrics: {},
        state: {},
      };
    },
  };
}
