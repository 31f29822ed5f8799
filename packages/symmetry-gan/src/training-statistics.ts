import * as tf from '@tensorflow/tfjs';
import { gatherWindows, type Context, type TensorTable } from '@noether/contracts';
import type { InputSpec } from '@noether/compute';
import { covariance, symmetricEigen } from '@noether/numerics';
import { drawCoefficients } from './coefficients.js';
import { act, coefficientCount, generatorName } from './group-action.js';
import { discriminatorLayer } from './laligan-program.js';
import { DISPLACEMENT_SCALE, latentView } from './latent-view.js';
import type { SymmetryOptions } from './options.js';
import { meanCosine } from './regularisers.js';
import type { SymmetryData, TrainedSymmetry } from './symmetry-training.js';

/** Samples for the statistics, at most. */
const SAMPLES = 16_384;
const CHUNK = 1024;

/** What separates a discovery from a failure, on training data with the final networks. */
export interface TrainingStatistics {
  /** Mean of cos(g·z, z) about the centre of the action, as a number between −1 and 1. */
  readonly meanCosine: number;
  /** BCE(D(g·z), 1), BCE(D(z), 1), BCE(D(g·z), 0). */
  readonly bce: { readonly generator: number; readonly real: number; readonly fake: number };
  /** Mean of the latent states. */
  readonly centre: Float64Array;
  /** Covariance of the latent states, k × k. */
  readonly covariance: Float64Array;
  /** exp(−Σ pᵢ ln pᵢ) over the shares pᵢ of the covariance's eigenvalues: k when round, 1 on a line. */
  readonly latentRank: number;
  /** Smallest eigenvalue of the covariance over the sum of all. */
  readonly smallestShare: number;
}

/**
 * Evaluates the trained networks on up to 16,384 training samples, batch norm with its running
 * statistics, one random group element for each sample.
 */
export async function trainingStatistics(
  data: SymmetryData,
  trained: TrainedSymmetry,
  options: SymmetryOptions,
  context: Context,
): Promise<TrainingStatistics> {
  const { windows } = data;
  const random = context.random.split('statistics');
  const order = random.permutation(windows.offsets.length);
  const count = Math.min(SAMPLES, Math.floor(order.length / CHUNK) * CHUNK) || order.length;
  const chunk = Math.min(CHUNK, count);
  const k = data.autoencoder.latentDimension;
  const latent = new Float64Array(count * windows.timesteps * k);
  const chunks = { data, trained, chunk };

  const encode = await compileEncoder(chunks);
  const rows = new Float32Array(chunk * windows.timesteps * windows.dimension);
  const z = new Float32Array(chunk * windows.timesteps * k);
  for (let from = 0; from < count; from += chunk) {
    gatherWindows(windows, order, from, chunk, rows);
    await encode({ x: rows }, { z });
    latent.set(z, from * windows.timesteps * k);
  }
  const { centre, matrix, rank, smallest } = spread(latent, k, options.centre);

  const judge = await compileJudge(chunks, options);
  const coefficients = new Float32Array(chunk * coefficientCount(options.representation));
  const sums = { cosine: 0, generator: 0, real: 0, fake: 0 };
  const result = Object.fromEntries(Object.keys(sums).map((name) => [name, new Float32Array(1)]));
  for (let from = 0; from < count; from += chunk) {
    drawCoefficients(options.coefficients, random, coefficients);
    z.set(latent.subarray(from * windows.timesteps * k, (from + chunk) * windows.timesteps * k));
    await judge({ z, coefficients, centre: Float32Array.from(centre) }, result);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += result[name][0];
  }
  const parts = count / chunk;
  return {
    meanCosine: sums.cosine / parts,
    bce: {
      generator: sums.generator / parts,
      real: sums.real / parts,
      fake: sums.fake / parts,
    },
    centre,
    covariance: matrix,
    latentRank: rank,
    smallestShare: smallest,
  };
}

interface Chunks {
  readonly data: SymmetryData;
  readonly trained: TrainedSymmetry;
  readonly chunk: number;
}

type Run = (
  inputs: Readonly<Record<string, Float32Array>>,
  into: Readonly<Record<string, Float32Array>>,
) => Promise<void>;

function weightsOf(tensors: TensorTable): {
  specs: Record<string, InputSpec>;
  arrays: Record<string, Float32Array>;
} {
  const entries = Object.entries(tensors);
  return {
    specs: Object.fromEntries(entries.map(([name, { shape }]) => [name, { shape }])),
    arrays: Object.fromEntries(entries.map(([name, { data }]) => [name, data as Float32Array])),
  };
}

async function compileEncoder({ data, trained, chunk }: Chunks): Promise<Run> {
  const { windows, autoencoder, engine } = data;
  const { specs, arrays } = weightsOf(trained.tensors);
  const compiled = await engine.compile(
    (tensors) => {
      const scope = { parameters: tensors, state: tensors, nextState: {}, training: false };
      const x = tf.reshape(tensors.x, [-1, windows.dimension]) as tf.Tensor2D;
      return { z: autoencoder.encoder.apply(x, scope) };
    },
    { ...specs, x: { shape: [chunk, windows.timesteps, windows.dimension] } },
  );
  return (inputs, into) => compiled.run({ ...arrays, ...inputs }, into);
}

async function compileJudge(
  { data, trained, chunk }: Chunks,
  options: SymmetryOptions,
): Promise<Run> {
  const { windows, autoencoder, engine } = data;
  const k = autoencoder.latentDimension;
  const { specs, arrays } = weightsOf(trained.tensors);
  for (const [index, values] of trained.generators) arrays[generatorName(index)] = values;
  const discriminator = discriminatorLayer(options, windows.timesteps, k);
  const { sees } = options.discriminator;
  const compiled = await engine.compile(
    (tensors) => {
      const scope = { parameters: tensors, state: tensors, nextState: {}, training: false };
      const centre = tf.reshape(tensors.centre, [1, 1, k]);
      const offset = tf.sub(tensors.z, centre) as tf.Tensor3D;
      const coefficients = tensors.coefficients as tf.Tensor2D;
      const turned = act(options.representation, tensors, coefficients, offset);
      const moved = tf.add(turned, centre) as tf.Tensor3D;
      const logit = (value: tf.Tensor3D): tf.Tensor =>
        discriminator.apply(latentView(sees, value, tensors[DISPLACEMENT_SCALE]), scope);
      const fake = logit(moved);
      return {
        cosine: meanCosine(offset, turned),
        generator: tf.mean(tf.softplus(tf.neg(fake))),
        fake: tf.mean(tf.softplus(fake)),
        real: tf.mean(tf.softplus(tf.neg(logit(tensors.z as tf.Tensor3D)))),
      };
    },
    {
      ...specs,
      z: { shape: [chunk, windows.timesteps, k] },
      coefficients: { shape: [chunk, coefficientCount(options.representation)] },
      centre: { shape: [k] },
    },
  );
  return (inputs, into) => compiled.run({ ...arrays, ...inputs }, into);
}

function spread(
  latent: Float64Array,
  k: number,
  about: SymmetryOptions['centre'],
): { centre: Float64Array; matrix: Float64Array; rank: number; smallest: number } {
  const rows = latent.length / k;
  const centre = new Float64Array(k);
  if (about === 'mean') {
    for (let index = 0; index < latent.length; index++) centre[index % k] += latent[index] / rows;
  }
  const matrix = covariance(latent, rows, k);
  const values = symmetricEigen(matrix, k).values.map((value) => Math.max(value, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  let entropy = 0;
  for (const value of values) {
    const share = value / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return { centre, matrix, rank: Math.exp(entropy), smallest: Math.min(...values) / total };
}
