import * as tf from '@tensorflow/tfjs';
import { multiply } from '@noether/numerics';
import {
  batches,
  createTrainer,
  type Engine,
  type LayerScope,
  type Program,
  type SampleTable,
  type TrainableEncoder,
} from '@noether/compute';
import type { RandomStream } from '@noether/contracts';
import { COEFFICIENTS } from './sindy-program.js';
import { slowDirections } from './slow-start.js';

/** Of Adam, at the beginning; it falls along half a cosine. */
const LEARNING_RATE = 5e-3;

/** What {@link learnSlowFeatures} needs. */
export interface SlowRegression {
  readonly engine: Engine;
  readonly network: TrainableEncoder;
  /** `x` and `velocity`. */
  readonly tables: Readonly<Record<string, SampleTable>>;
  readonly columnWeights: ArrayLike<number>;
  readonly steps: number;
  readonly batchSize: number;
  readonly random: RandomStream;
}

/**
 * The program with networks that have learned the slow features s(x) of the data as their latent space:
 * φ(x) ≈ s(x) and ψ(s(x)) ≈ x, by the two mean squared errors over as many steps. Coefficients begin at 0.
 */
export async function learnSlowFeatures(program: Program, given: SlowRegression): Promise<Program> {
  const { engine, network, tables, steps, batchSize, random } = given;
  const { inputDimension: d, latentDimension: k } = network;
  const { x } = tables;
  const directions = slowDirections(tables, k);
  const slow = multiply(Float64Array.from(x.data), directions, x.data.length / d, d, k);
  const supply = batches(
    { x, slow: { data: Float32Array.from(slow), width: k } },
    { size: batchSize, random: random.split('order') },
  );
  const trainer = await createTrainer(regression(program, given), {
    engine,
    random: random.split('parameters'),
    optimisers: {
      autoencoder: { learningRate: LEARNING_RATE, schedule: { kind: 'cosine', steps } },
    },
  });
  try {
    while (trainer.steps < steps) await trainer.step(supply.next());
    const learned = Object.entries(trainer.parameters).map(([name, values]) => {
      const kept = values.slice();
      return [name, { ...program.parameters[name], initial: () => kept.slice() }];
    });
    const coefficients = program.parameters[COEFFICIENTS];
    const zeros = (): Float32Array => coefficients.initial(random).fill(0);
    return {
      ...program,
      parameters: {
        ...program.parameters,
        ...(Object.fromEntries(learned) as Program['parameters']),
        [COEFFICIENTS]: { ...coefficients, initial: zeros },
      },
    };
  } finally {
    await trainer.dispose();
  }
}

function regression(
  { parameters, state }: Program,
  { network, columnWeights, batchSize }: SlowRegression,
): Program {
  const { encoder, decoder, inputDimension, latentDimension } = network;
  const networks = Object.entries(parameters).filter(([name]) => name !== COEFFICIENTS);
  return {
    parameters: Object.fromEntries(networks),
    state,
    inputs: {
      x: { shape: [batchSize, inputDimension] },
      slow: { shape: [batchSize, latentDimension] },
    },
    step: (tensors) => {
      const scope: LayerScope = { ...tensors, nextState: {}, training: true };
      const x = tensors.inputs.x as tf.Tensor2D;
      const slow = tensors.inputs.slow as tf.Tensor2D;
      const weights = Float32Array.from(columnWeights);
      const variance = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
      const errors = tf.squaredDifference(decoder.apply(slow, scope), x);
      const loss = tf.add(
        tf.mean(tf.squaredDifference(encoder.apply(x, scope), slow)),
        tf.div(tf.mean(tf.mul(errors, tf.tensor1d(weights))), variance),
      ) as tf.Scalar;
      return { losses: { autoencoder: loss }, metrics: { loss }, state: tensors.state };
    },
  };
}
