import {
  invalidArgument,
  NoetherError,
  type Context,
  type Encoder,
  type StreamedWindows,
  type SymmetryBasis,
  type TensorTable,
  type Windows,
} from '@noether/contracts';
import {
  identityAutoencoder,
  type Checkpoint,
  type Engine,
  type TrainableEncoder,
} from '@noether/compute';
import {
  convAutoencoder,
  loadEncoder,
  mlpAutoencoder,
  peeledAutoencoder,
} from '@noether/autoencoder';
import { openNpyRows, windowsOfRows, type Dataset } from '@noether/datasets';
import { closureResidual } from '@noether/lie-algebra';
import {
  independentGenerators,
  judgeInSpan,
  judgeSymmetry,
  restrictToSpan,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
  type EpochRecord,
  type Judgement,
  type SymmetryData,
  type SymmetryOptions,
  type TrainedSymmetry,
  type TrainingStatistics,
} from '@noether/symmetry-gan';
import { adaptCoordinates } from './adapt-coordinates.js';
import type { SettledConfig } from '../config/settled-config.js';
import { cutWindows } from './cut-windows.js';
import { symmetryOptions } from './symmetry-options.js';

/** What training gives when its numbers stayed finite. */
export interface Training {
  readonly encoder: Encoder;
  readonly basis: SymmetryBasis;
  /** What the generators span where the states lie. */
  readonly span: { readonly independent: number; readonly closure: number };
  readonly judgement: Judgement;
  readonly statistics: TrainingStatistics;
  readonly history: readonly EpochRecord[];
}

export interface TrainingInput {
  readonly config: SettledConfig;
  readonly dataset: Dataset;
  readonly engine: Engine;
  readonly resume: Checkpoint | undefined;
  /** First values of the networks and generators, where another training went before. */
  readonly start?: TensorTable | undefined;
  readonly onCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  /** Whether a checkpoint is wanted where there may be one, at the end of epochs; default: it is. */
  readonly wantsCheckpoint?: () => boolean;
}

/**
 * Cuts the windows, in memory or in the file that the data set is an excerpt of, trains, and judges what came
 * out. Without an encoder the generators stay in the
 * coordinates of the data and are judged on what the data span.
 * @throws NoetherError `not-finite` when the training diverged, `aborted`, or an argument at fault
 */
export function train(input: TrainingInput, context: Context): Promise<Training> {
  return onSamples(input, (samples) => trainOn(samples, input, context));
}

/**
 * The first `stopAfter` epochs of a training, up to a checkpoint that {@link train} goes on from.
 * @returns their losses
 * @throws NoetherError as {@link train}
 */
export async function beginTraining(
  input: TrainingInput,
  stopAfter: number,
  context: Context,
): Promise<readonly EpochRecord[]> {
  const begun = await onSamples(input, (samples) => {
    const { data, options } = taskOf(samples, input);
    return trainSymmetry({ ...data, stopAfter }, options, context);
  });
  return begun.history;
}

type Samples = Windows | StreamedWindows;

async function onSamples<T>(
  { config, dataset }: TrainingInput,
  work: (samples: Samples) => Promise<T>,
): Promise<T> {
  const { source, interval } = dataset;
  if (!source) return work(cutWindows(dataset.train, config, dataset));
  const { timesteps, stride } = config.windows;
  const file = await openNpyRows(source.path);
  try {
    const options = { timesteps, interval, stride, successor: timesteps > 1 };
    return await work(windowsOfRows(file, options, [source.rows]));
  } finally {
    await file.close();
  }
}

/** What symmetry-gan trains on, and how. */
function taskOf(
  samples: Samples,
  { config, dataset, engine, resume, start, onCheckpoint, wantsCheckpoint }: TrainingInput,
): { readonly data: SymmetryData; readonly options: SymmetryOptions } {
  const autoencoder = autoencoderOf(config.autoencoder, samples.dimension);
  const { labels, ...options } = labelled(
    symmetryOptions(config, autoencoder.latentDimension),
    samples,
    dataset,
  );
  const data: SymmetryData = {
    windows: samples,
    autoencoder,
    engine,
    onCheckpoint,
    ...(wantsCheckpoint && { wantsCheckpoint }),
    ...(labels && { labels }),
    ...(resume && { resume }),
    ...(start && { start }),
  };
  return { data, options };
}

async function trainOn(
  samples: Samples,
  input: TrainingInput,
  context: Context,
): Promise<Training> {
  const { data, options } = taskOf(samples, input);
  const { autoencoder } = data;
  const { config, engine } = input;
  const trained = await trainSymmetry(data, options, context);
  checkFinite(trained);
  const statistics = await trainingStatistics(data, trained, options, context);
  const basis = symmetryBasisOf(options.representation, trained.generators, statistics.centre, {
    stage: 'training',
    options: config.symmetry,
  });
  const known = options.representation.blocks.every(({ kind }) => kind !== 'learned');
  const raw = config.autoencoder.architecture === 'identity';
  const record = autoencoder.toRecord(trained.tensors);
  const kept = raw ? { record, basis } : adaptCoordinates(record, basis);
  return {
    encoder: loadEncoder(kept.record, engine),
    basis: kept.basis,
    span: spanOf(basis, statistics),
    judgement: raw ? judgeRaw(basis, statistics, known) : judgeInSpan(basis, statistics, known),
    statistics,
    history: trained.history,
  };
}

function spanOf(basis: SymmetryBasis, statistics: TrainingStatistics): Training['span'] {
  const { generators, dimension } = restrictToSpan(basis, statistics).basis;
  const independent = independentGenerators(generators);
  const closure = independent.length > 1 ? closureResidual(independent, dimension) : 0;
  return { independent: independent.length, closure };
}

/** Without an encoder, data on a subspace are no fault of a network: only what happens there counts. */
function judgeRaw(basis: SymmetryBasis, statistics: TrainingStatistics, known: boolean): Judgement {
  const span = restrictToSpan(basis, statistics);
  return judgeSymmetry(span.basis, span.statistics, known);
}

function autoencoderOf(
  config: SettledConfig['autoencoder'],
  inputDimension: number,
): TrainableEncoder {
  const { peeled, ...plain } = config;
  const { latentDimension } = config;
  if (config.architecture === 'identity') return identityAutoencoder(inputDimension);
  if (peeled) {
    const one = { ...plain, latentDimension: latentDimension / peeled.parts };
    const of = Array.from({ length: peeled.parts }, () => autoencoderOf(one, inputDimension));
    return peeledAutoencoder({ of, stage: peeled.stage });
  }
  const { width, batchNorm, orthogonal = true, channels = 3 } = config;
  if (config.architecture === 'mlp') {
    if (batchNorm === 'unit') {
      throw invalidArgument('autoencoder.batchNorm', 'unit', 'an mlp has true or false');
    }
    return mlpAutoencoder({ ...config, batchNorm, inputDimension });
  }
  const sizes = { latentDimension, width, batchNorm, orthogonal };
  if (config.architecture === 'conv1d')
    return convAutoencoder({ extents: [inputDimension], ...sizes });
  const side = Math.round(Math.sqrt(inputDimension / channels));
  if (side * side * channels !== inputDimension) {
    const wanted = `${inputDimension} variables are no square image of so many numbers a pixel`;
    throw invalidArgument('autoencoder.channels', channels, wanted);
  }
  return convAutoencoder({ extents: [side, side], channels, ...sizes });
}

/** Options under which D is shown the labels of the data set, and the labels of each sample's first state. */
function labelled(
  options: SymmetryOptions,
  { offsets }: Pick<Windows, 'offsets'>,
  { labels }: Dataset,
): SymmetryOptions & { readonly labels?: Float32Array } {
  if (!labels) return options;
  const width = labels.names.length;
  const values = Float32Array.from(
    { length: offsets.length * width },
    (_, at) => labels.values[offsets[Math.floor(at / width)] * width + (at % width)],
  );
  const discriminator = { ...options.discriminator, labels: width };
  return { ...options, discriminator, labels: values };
}

/** Metrics are checked before each step is made, so the last step can still ruin the weights. */
function checkFinite({ tensors, steps }: TrainedSymmetry): void {
  const broken = Object.entries(tensors).find(([, { data }]) => !data.every(Number.isFinite));
  if (!broken) return;
  throw new NoetherError(`After step ${steps} the weights ${broken[0]} are not finite.`, {
    code: 'not-finite',
    argument: broken[0],
    value: steps,
    hint: 'Lower the learning rate, or check the data for outliers.',
  });
}
