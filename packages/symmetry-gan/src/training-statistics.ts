import * as tf from '@tensorflow/tfjs';
import { gatherWindows, readWindows, type Context, type TensorTable } from '@noether/contracts';
import type { CompiledFunction, InputSpec, TensorFunction } from '@noether/compute';
import { coefficientSpread, drawCoefficients } from './coefficients.js';
import { crossEntropies, discriminatorInput, discriminatorLayer } from './discriminator.js';
import { fixedShare } from './fixed-share.js';
import { gatherLabels } from './gather-labels.js';
import { coefficientCount, generatorName, learnedBlocks } from './group-action.js';
import { DISPLACEMENT_SCALE } from './latent-view.js';
import { latentSpread } from './latent-spread.js';
import type { SymmetryOptions } from './options.js';
import { meanCosine } from './regularisers.js';
import { symmetryBasisOf } from './symmetry-basis-of.js';
import type { SymmetryData, TrainedSymmetry } from './symmetry-data.js';
import { transform } from './transform.js';

/** Samples for the statistics, at most. */
const SAMPLES = 16_384;
const CHUNK = 1024;

/** What separates a discovery from a failure, on training data with the final networks. */
export interface TrainingStatistics {
  /** Mean of cos(g·z, z) about the centre of the action, as a number between −1 and 1. */
  readonly meanCosine: number;
  /** BCE(D(g·z), 1), BCE(D(z), 1), BCE(D(g·z), 0). */
  readonly bce: { readonly generator: number; readonly real: number; readonly fake: number };
  /** The centre of the action: the mean of the latent states, or the origin. */
  readonly centre: Float64Array;
  /** Covariance of the latent states, k × k. */
  readonly covariance: Float64Array;
  /** Effective rank of the latent states: k when round, 1 on a line, 0 on a point. */
  readonly latentRank: number;
  /** Smallest eigenvalue of the covariance over the sum of all. */
  readonly smallestShare: number;
  /**
   * Mean share of |z − centre|² that lies in directions which no generator moves ({@link fixedShare}); when left out, that of
   * the directions.
   */
  readonly fixedShare?: number | undefined;
  /** Standard deviation of the group coefficients; 1 when left out. */
  readonly coefficientSpread?: number;
}

/**
 * Evaluates the trained networks on up to 16,384 training samples, batch norm with its running
 * statistics, one random group element for each sample. Samples and group elements come from
 * `context.random.split('statistics')`, so the numbers can be had again from a stored run.
 */
export async function trainingStatistics(
  data: SymmetryData,
  trained: TrainedSymmetry,
  options: SymmetryOptions,
  context: Context,
): Promise<TrainingStatistics> {
  const random = context.random.split('statistics');
  const order = random.permutation(data.windows.offsets.length);
  const count = Math.min(SAMPLES, Math.floor(order.length / CHUNK) * CHUNK) || order.length;
  const sample = { data, trained, options, random, order, count, chunk: Math.min(CHUNK, count) };
  const latent = await encodeSample(sample);
  const spread = latentSpread(latent, data.autoencoder.latentDimension);
  const centre = options.centre === 'mean' ? spread.mean : spread.mean.map(() => 0);
  const { representation } = options;
  const provenance = { stage: 'training' };
  const basis = symmetryBasisOf(representation, trained.generators, centre, provenance);
  const { cosine, ...bce } = await compareSample(sample, latent, centre);
  return {
    meanCosine: cosine,
    bce,
    centre,
    covariance: spread.covariance,
    latentRank: spread.rank,
    smallestShare: spread.smallestShare,
    fixedShare: fixedShare(basis, latent),
    coefficientSpread: coefficientSpread(options.coefficients),
  };
}

interface Sample {
  readonly data: SymmetryData;
  readonly trained: TrainedSymmetry;
  readonly options: SymmetryOptions;
  readonly random: Context['random'];
  /** Which samples, in which order. */
  readonly order: Int32Array;
  readonly count: number;
  /** Samples evaluated at once; divides `count`. */
  readonly chunk: number;
}

async function encodeSample({ data, trained, order, count, chunk }: Sample): Promise<Float64Array> {
  const { windows, autoencoder, engine } = data;
  const size = windows.timesteps * autoencoder.latentDimension;
  const x = new Float32Array(chunk * windows.timesteps * windows.dimension);
  const z = new Float32Array(chunk * size);
  const latent = new Float64Array(count * size);
  const { specs, arrays } = weightsOf(trained.tensors);
  const compiled = await engine.compile(
    (tensors) => {
      const rows = tf.reshape(tensors.x, [-1, windows.dimension]) as tf.Tensor2D;
      return { z: autoencoder.encoder.apply(rows, inference(tensors)) };
    },
    { ...specs, x: { shape: [chunk, windows.timesteps, windows.dimension] } },
  );
  for (let from = 0; from < count; from += chunk) {
    if (windows.kind === 'windows') gatherWindows(windows, order, from, chunk, x);
    else await readWindows(windows, order, from, chunk, x);
    await compiled.run({ ...arrays, x }, { z });
    latent.set(z, from * size);
  }
  await compiled.dispose();
  return latent;
}

interface Comparison {
  readonly cosine: number;
  readonly generator: number;
  readonly real: number;
  readonly fake: number;
}

async function compareSample(
  sample: Sample,
  latent: Float64Array,
  centre: Float64Array,
): Promise<Comparison> {
  const { data, options, random, order, count, chunk } = sample;
  const { windows, autoencoder } = data;
  const size = windows.timesteps * autoencoder.latentDimension;
  const { arrays: weights } = weightsOf(actingTensors(sample));
  const inputs = {
    z: new Float32Array(chunk * size),
    coefficients: new Float32Array(chunk * coefficientCount(options.representation)),
    centre: Float32Array.from(centre),
  };
  const labels = new Float32Array(chunk * (options.discriminator.labels ?? 0));
  const arrays = { ...weights, ...inputs, ...(labels.length > 0 ? { labels } : {}) };
  const compiled = await compileComparison(sample);
  const means = { cosine: 0, generator: 0, real: 0, fake: 0 };
  const result = Object.fromEntries(Object.keys(means).map((name) => [name, new Float32Array(1)]));
  for (let from = 0; from < count; from += chunk) {
    drawCoefficients(options.coefficients, random, inputs.coefficients);
    inputs.z.set(latent.subarray(from * size, (from + chunk) * size));
    gatherLabels(data.labels, order, from, chunk, labels);
    await compiled.run(arrays, result);
    for (const name of Object.keys(means) as (keyof Comparison)[]) {
      means[name] += (result[name][0] * chunk) / count;
    }
  }
  await compiled.dispose();
  return means;
}

/** The trained tensors with the generators that act in place of the numbers that mean them. */
function actingTensors({ trained, options }: Sample): TensorTable {
  const acting = learnedBlocks(options.representation).map(({ block, index }) => {
    const shape = [block.generators, block.dimension, block.dimension];
    return [generatorName(index), { shape, data: trained.generators.get(index) }];
  });
  return { ...trained.tensors, ...(Object.fromEntries(acting) as TensorTable) };
}

function compileComparison(sample: Sample): Promise<CompiledFunction> {
  const { data, options, chunk } = sample;
  const { windows, autoencoder, engine } = data;
  const { latentDimension: k, decoder } = autoencoder;
  const { timesteps } = windows;
  const { representation, discriminator: seen } = options;
  const discriminator = discriminatorLayer(seen, { ...autoencoder, timesteps });
  const compare: TensorFunction = (tensors) => {
    const scope = inference(tensors);
    const z = tensors.z as tf.Tensor3D;
    const centre = tf.reshape(tensors.centre, [1, 1, k]);
    const coefficients = tensors.coefficients as tf.Tensor2D;
    const moved = transform(representation, tensors, coefficients, z, centre);
    const logits = (states: tf.Tensor3D): tf.Tensor2D => {
      const decoded = (): tf.Tensor =>
        decoder.apply(tf.reshape(states, [-1, k]) as tf.Tensor2D, scope);
      const shown = { z: states, decoded, labels: seen.labels ? tensors.labels : undefined };
      const scale = tensors[DISPLACEMENT_SCALE];
      return discriminator.apply(discriminatorInput(seen, shown, scale), scope);
    };
    return { cosine: meanCosine(...moved.centred), ...crossEntropies(logits(z), logits(moved.z)) };
  };
  return engine.compile(compare, {
    ...weightsOf(actingTensors(sample)).specs,
    z: { shape: [chunk, timesteps, k] },
    coefficients: { shape: [chunk, coefficientCount(representation)] },
    centre: { shape: [k] },
    ...(seen.labels ? { labels: { shape: [chunk, seen.labels] } } : {}),
  });
}

function inference(tensors: Record<string, tf.Tensor>): {
  parameters: Record<string, tf.Tensor>;
  state: Record<string, tf.Tensor>;
  nextState: Record<string, tf.Tensor>;
  training: boolean;
} {
  return { parameters: tensors, state: tensors, nextState: {}, training: false };
}

function weightsOf(tensors: TensorTable): {
  specs: Record<string, InputSpec>;
  arrays: Record<string, Float32Array>;
} {
  const entries = Object.entries(tensors);
  return {
    specs: Object.fromEntries(entries.map(([name, { shape }]) => [name, { shape }])),
    arrays: Object.fromEntries(entries.map(([name, { data }]) => [name, Float32Array.from(data)])),
  };
}
