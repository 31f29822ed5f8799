import * as tf from '@tensorflow/tfjs';
import type { Context, Windows } from '@noether/contracts';
import {
  batches,
  createTrainer,
  type Arrays,
  type Engine,
  type ParameterSpec,
  type Program,
  type TrainerOptions,
} from '@noether/compute';

export interface BaselineOptions {
  /** Entries of the matrix that are learned, 0 or 1, d × d. */
  readonly mask: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
}

export interface MatrixTraining {
  /** Its input `windows` is filled with batches. */
  readonly program: Program;
  /** The parameter of the program that is the matrix, d × d. */
  readonly matrix: string;
  readonly optimisers: TrainerOptions['optimisers'];
  /** What a step takes besides the windows. */
  readonly draw?: (step: number) => Arrays;
}

/** Trains a program on windows; what it has learned are the entries of its matrix in the mask, all others are 0. */
export async function trainedMatrix(
  { program, matrix, optimisers, draw = () => ({}) }: MatrixTraining,
  windows: Windows,
  engine: Engine,
  { mask, epochs, batchSize }: BaselineOptions,
  context: Context,
): Promise<Float64Array> {
  const random = context.random.split('parameters');
  const trainer = await createTrainer(program, { engine, random, optimisers });
  const order = context.random.split('order');
  const feed = batches({ windows }, { size: batchSize, random: order });
  const total = feed.perEpoch * epochs;
  try {
    for (let done = 0; done < total; done++) {
      context.signal?.throwIfAborted();
      await trainer.step({ ...feed.next(), ...draw(done) });
      context.observe({ kind: 'progress', stage: 'training', done, total, unit: 'step' });
    }
    return Float64Array.from(trainer.parameters[matrix], (value, at) => value * mask[at]);
  } finally {
    await trainer.dispose();
  }
}

/** A d × d matrix of normal numbers to begin with. */
export function normalMatrix(d: number): ParameterSpec {
  return { shape: [d, d], initial: (random) => random.fillNormal(new Float32Array(d * d)) };
}

/** Mean over rows of cos(a, b). */
export function meanCosine(a: tf.Tensor2D, b: tf.Tensor2D): tf.Scalar {
  const norms = tf.mul(tf.sum(tf.square(a), 1), tf.sum(tf.square(b), 1));
  return tf.mean(tf.mul(tf.sum(tf.mul(a, b), 1), tf.rsqrt(tf.add(norms, 1e-12))));
}
