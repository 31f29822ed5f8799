import * as tf from '@tensorflow/tfjs';
import type { Context } from '@noether/contracts';
import {
  batches,
  createTrainer,
  mlp,
  type Engine,
  type InputSpec,
  type Layer,
  type LayerScope,
  type Program,
  type Tensors,
} from '@noether/compute';
import { drawnPairs, drawPairs, identityPool, type ElementPool } from './element-pool.js';

/** Pairs of what is known and what follows, row-major n × steps × dimension each. */
export interface Sequences {
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly steps: number;
  readonly dimension: number;
}

export interface PredictorOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Share of its first value that the learning rate falls to on a cosine; 1 keeps it. */
  readonly final: number;
}

export interface PredictorData {
  readonly train: Sequences;
  readonly test: Sequences;
  readonly engine: Engine;
}

/** Mean squared errors over sequences, states and coordinates. */
export interface PredictionError {
  /** Of the mean of g⁻¹ f(g x) over four g. */
  readonly mean: number;
  /** Of f(x), which is what the notebook of the study tests. */
  readonly alone: number;
}

/** Elements with which each test sample is predicted; the mean of the predictions counts. */
const COPIES = 4;

/**
 * Trains a small network f (three hidden layers of 32) to predict what follows with symmetry-based
 * augmentation, as the study of LieGAN does (arXiv 2302.00236, §5): the prediction for x is g⁻¹ f(g x)
 * with g drawn from the pool afresh for each sample.
 * @returns the mean squared errors on the test sequences
 */
export async function predictionError(
  { train, test, engine }: PredictorData,
  pool: ElementPool,
  { epochs, batchSize, learningRate, final }: PredictorOptions,
  context: Context,
): Promise<PredictionError> {
  const width = train.steps * train.dimension;
  const network = mlp('predictor', { inputs: width, outputs: width, width: 32, hidden: 3 });
  const feed = batches(
    { before: { data: train.before, width }, after: { data: train.after, width } },
    { size: batchSize, random: context.random.split('order') },
  );
  const total = feed.perEpoch * epochs;
  const trainer = await createTrainer(program(network, train, batchSize), {
    engine,
    random: context.random.split('parameters'),
    optimisers: {
      predictor: { learningRate, schedule: { kind: 'cosine', steps: total, hold: 0, final } },
    },
  });
  const pairs = drawnPairs(batchSize, pool);
  const random = context.random.split('elements');
  try {
    for (let done = 0; done < total; done++) {
      context.signal?.throwIfAborted();
      drawPairs(pool, random.split(done), pairs);
      await trainer.step({ ...feed.next(), ...pairs });
      context.observe({ kind: 'progress', stage: 'training', done, total, unit: 'step' });
    }
    return await testError(network, trainer.parameters, { test, engine, pool, random });
  } finally {
    await trainer.dispose();
  }
}

function inputsOf(batch: number, { steps, dimension: d }: Sequences): Record<string, InputSpec> {
  return {
    before: { shape: [batch, steps * d] },
    g: { shape: [batch, d, d] },
    inverse: { shape: [batch, d, d] },
  };
}

function program(network: Layer, train: Sequences, batch: number): Program {
  return {
    parameters: network.parameters,
    state: {},
    inputs: { ...inputsOf(batch, train), after: { shape: [batch, train.steps * train.dimension] } },
    step: ({ parameters, state, inputs }) => {
      const scope = { parameters, state, nextState: {}, training: true };
      const predicted = predict(network, train, inputs, scope);
      const error = tf.mean(tf.squaredDifference(predicted, inputs.after)) as tf.Scalar;
      return { losses: { predictor: error }, metrics: { error }, state: {} };
    },
  };
}

/** g⁻¹ f(g x), B × (steps · d). */
function predict(
  network: Layer,
  { steps, dimension }: Sequences,
  { before, g, inverse }: Tensors,
  scope: LayerScope,
): tf.Tensor2D {
  const moved = (states: tf.Tensor, element: tf.Tensor): tf.Tensor2D => {
    const vectors = tf.reshape(states, [-1, steps, dimension]) as tf.Tensor3D;
    const images = tf.matMul(vectors, element as tf.Tensor3D, false, true);
    return tf.reshape(images, [-1, steps * dimension]);
  };
  return moved(network.apply(moved(before, g), scope), inverse);
}

interface Tested {
  readonly test: Sequences;
  readonly engine: Engine;
  readonly pool: ElementPool;
  readonly random: Context['random'];
}

async function testError(
  network: Layer,
  weights: Readonly<Record<string, Float32Array>>,
  { test, engine, pool, random }: Tested,
): Promise<PredictionError> {
  const count = test.before.length / (test.steps * test.dimension);
  const shapes = Object.entries(network.parameters).map(([name, { shape }]) => [name, { shape }]);
  const compiled = await engine.compile(
    (tensors) => {
      const scope = { parameters: tensors, state: {}, nextState: {}, training: false };
      return { predicted: predict(network, test, tensors, scope) };
    },
    { ...(Object.fromEntries(shapes) as Record<string, InputSpec>), ...inputsOf(count, test) },
  );
  const predicted = new Float32Array(test.after.length);
  const mean = new Float64Array(test.after.length);
  const pairs = drawnPairs(count, pool);
  const run = (): Promise<unknown> =>
    compiled.run({ ...weights, before: test.before, ...pairs }, { predicted });
  for (let copy = 0; copy < COPIES; copy++) {
    drawPairs(pool, random.split('test').split(copy), pairs);
    await run();
    predicted.forEach((value, at) => (mean[at] += value / COPIES));
  }
  drawPairs(identityPool(pool.dimension), random, pairs);
  await run();
  await compiled.dispose();
  return { mean: squaredError(mean, test), alone: squaredError(predicted, test) };
}

function squaredError(predicted: Float32Array | Float64Array, { after }: Sequences): number {
  return after.reduce((sum, value, at) => sum + (predicted[at] - value) ** 2, 0) / after.length;
}
