import * as tf from '@tensorflow/tfjs';
import type { Context, Windows } from '@noether/contracts';
import { matrixExponential, mlp, type Arrays, type Engine, type Program } from '@noether/compute';
import { meanCosine, normalMatrix, trainedMatrix, type BaselineOptions } from './trained-matrix.js';

/**
 * Augerino+ of the LieGAN paper, which is Augerino (Benton et al., NeurIPS 2020, arXiv 2010.11882) with
 * generators to be learned: a predictor f of the next state and one generator L are trained together to make
 * MSE(f(g x), g y) + |mean cos(g x, x)| small, g = exp(wL), w ~ N(0, 1). No discriminator sees whether g x
 * looks like data.
 * @param windows windows of two states x, y
 * @returns L, row-major d × d
 */
export function augerinoGenerator(
  windows: Windows,
  engine: Engine,
  options: BaselineOptions,
  context: Context,
): Promise<Float64Array> {
  const coefficients = new Float32Array(options.batchSize);
  const random = context.random.split('coefficients');
  const training = {
    program: program(windows.dimension, options),
    matrix: 'model.generator',
    optimisers: { model: { learningRate: 1e-3 } },
    draw: (step: number): Arrays => {
      random.split(step).fillNormal(coefficients);
      return { coefficients };
    },
  };
  return trainedMatrix(training, windows, engine, options, context);
}

function program(d: number, { mask, batchSize: batch }: BaselineOptions): Program {
  const network = mlp('model.predictor', { inputs: d, outputs: d, width: 128, hidden: 2 });
  return {
    parameters: { 'model.generator': normalMatrix(d), ...network.parameters },
    state: {},
    inputs: { windows: { shape: [batch, 2, d] }, coefficients: { shape: [batch] } },
    step: ({ parameters, state, inputs: { windows, coefficients } }) => {
      const scope = { parameters, state, nextState: {}, training: true };
      const generator = tf.mul(parameters['model.generator'], tf.tensor(mask, [1, d, d]));
      const w = tf.reshape(coefficients, [batch, 1, 1]);
      const g = matrixExponential(tf.mul(generator, w) as tf.Tensor3D);
      const moved = tf.matMul(windows as tf.Tensor3D, g, false, true);
      const [x, y] = tf
        .split(moved, 2, 1)
        .map((half) => tf.reshape(half, [batch, d]) as tf.Tensor2D);
      const [still] = tf.split(windows, 2, 1);
      const error = tf.mean(tf.squaredDifference(network.apply(x, scope), y));
      const cosine = meanCosine(x, tf.reshape(still, [batch, d]) as tf.Tensor2D);
      const loss = tf.add(error, tf.abs(cosine)) as tf.Scalar;
      return { losses: { model: loss }, metrics: {}, state: {} };
    },
  };
}
