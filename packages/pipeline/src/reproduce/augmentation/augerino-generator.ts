import * as tf from '@tensorflow/tfjs';
import type { Context, Windows } from '@noether/contracts';
import {
  batches,
  createTrainer,
  matrixExponential,
  mlp,
  type Engine,
  type Program,
} from '@noether/compute';
import { meanCosine, type BaselineOptions } from './symmetry-gan-element.js';

/**
 * Augerino+ of the LieGAN paper, which is Augerino (Benton et al., NeurIPS 2020, arXiv 2010.11882) with
 * generators to be learned: a predictor f of the next state and one generator L are trained together to make
 * MSE(f(g x), g y) + |mean cos(g x, x)| small, g = exp(wL), w ~ N(0, 1). No discriminator sees whether g x
 * looks like data.
 * @param windows windows of two states x, y
 * @returns L, row-major d × d
 */
export async function augerinoGenerator(
  windows: Windows,
  engine: Engine,
  { mask, epochs, batchSize }: BaselineOptions,
  context: Context,
): Promise<Float64Array> {
  const trainer = await createTrainer(program(windows.dimension, mask, batchSize), {
    engine,
    random: context.random.split('parameters'),
    optimisers: { model: { learningRate: 1e-3 } },
  });
  const feed = batches(
    { pairs: windows },
    { size: batchSize, random: context.random.split('order') },
  );
  const coefficients = new Float32Array(batchSize);
  const random = context.random.split('coefficients');
  const total = feed.perEpoch * epochs;
  try {
    for (let done = 0; done < total; done++) {
      context.signal?.throwIfAborted();
      random.split(done).fillNormal(coefficients);
      await trainer.step({ ...feed.next(), coefficients });
      context.observe({ kind: 'progress', stage: 'training', done, total, unit: 'step' });
    }
    return Float64Array.from(
      trainer.parameters['model.generator'],
      (value, at) => value * mask[at],
    );
  } finally {
    await trainer.dispose();
  }
}

function program(d: number, mask: readonly number[], batch: number): Program {
  const network = mlp('model.predictor', { inputs: d, outputs: d, width: 128, hidden: 2 });
  return {
    parameters: {
      'model.generator': {
        shape: [d, d],
        initial: (random) => random.fillNormal(new Float32Array(d * d)),
      },
      ...network.parameters,
    },
    state: {},
    inputs: { pairs: { shape: [batch, 2, d] }, coefficients: { shape: [batch] } },
    step: ({ parameters, state, inputs: { pairs, coefficients } }) => {
      const scope = { parameters, state, nextState: {}, training: true };
      const generator = tf.mul(parameters['model.generator'], tf.tensor(mask, [1, d, d]));
      const w = tf.reshape(coefficients, [batch, 1, 1]);
      const g = matrixExponential(tf.mul(generator, w) as tf.Tensor3D);
      const moved = tf.matMul(pairs as tf.Tensor3D, g, false, true);
      const [x, y] = tf
        .split(moved, 2, 1)
        .map((half) => tf.reshape(half, [batch, d]) as tf.Tensor2D);
      const [still] = tf.split(pairs, 2, 1);
      const error = tf.mean(tf.squaredDifference(network.apply(x, scope), y));
      const cosine = meanCosine(x, tf.reshape(still, [batch, d]) as tf.Tensor2D);
      const loss = tf.add(error, tf.abs(cosine)) as tf.Scalar;
      return { losses: { model: loss }, metrics: {}, state: {} };
    },
  };
}
