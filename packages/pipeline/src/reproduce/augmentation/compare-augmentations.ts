import { NoetherError, symmetryBasis, type Context, type SymmetryBasis } from '@noether/contracts';
import type { Engine } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import { identity, inverse } from '@noether/numerics';
import { blockMask, drawElements } from '@noether/symmetry-gan';
import { loadConfig } from '../../config/load-config.js';
import type { PipelineConfig } from '../../config/pipeline-config.js';
import { cutWindows } from '../../stages/cut-windows.js';
import { loadDataset } from '../../stages/load-dataset.js';
import { train } from '../../stages/train.js';
import { augerinoGenerator } from './augerino-generator.js';
import { identityPool, type ElementPool } from './element-pool.js';
import { predictionError, type PredictionError, type PredictorOptions } from './predictor.js';
import { rotationOfPlanes } from './rotation-of-planes.js';
import { sequencesOf } from './sequences.js';
import { symmetryGanElement } from './symmetry-gan-element.js';

/** Ways to come by a symmetry of two bodies, the true one first and none at all last. */
export const AUGMENTATIONS = [
  'ground truth',
  'LieGAN',
  'LieGAN, larger search',
  'SymmetryGAN',
  'Augerino+',
  'none',
] as const;

export type Augmentation = (typeof AUGMENTATIONS)[number];

export type PredictionErrors = Readonly<Record<Augmentation, PredictionError>>;

export interface ComparisonOptions {
  readonly predictor: PredictorOptions;
  /** Epochs of SymmetryGAN and Augerino+; LieGAN has those of its presets. */
  readonly baselineEpochs: number;
}

/** States known and states to predict. */
const STEPS = 5;
/** Standard deviation of the coefficients. */
const SCALE = 3;
/** An error counts as this at most. */
const LARGEST = 1e6;
/** Group elements to draw from: exponentials once in float64 instead of in each step. */
const POOL = 20_000;

/**
 * The augmentation study of LieGAN (Yang et al. 2023, arXiv 2302.00236, §5): the test error of a predictor
 * of two-body orbits whose training is augmented with symmetries from different sources. Data, first
 * weights and the order of the samples are the same for all of them.
 */
export async function compareAugmentations(
  engine: Engine,
  { predictor, baselineEpochs }: ComparisonOptions,
  context: Context,
): Promise<PredictionErrors> {
  const config = await loadConfig('two-body');
  const within = (name: string): Context => ({ ...context, random: context.random.split(name) });
  const dataset = await loadDataset(config, within('data'));
  const windows = cutWindows(dataset.train, config, dataset);
  const mask = blockMask([2, 2, 2, 2]).flat();
  const baseline = { mask, epochs: baselineEpochs, batchSize: 64 };
  const found = async (preset: string): Promise<SymmetryBasis> =>
    discovered(await loadConfig(preset), dataset, engine, within(preset));
  const element = await symmetryGanElement(windows, engine, baseline, within('SymmetryGAN'));
  const generator = await augerinoGenerator(windows, engine, baseline, within('Augerino+'));
  const pooled = (basis: SymmetryBasis): ElementPool => ({
    dimension: basis.dimension,
    ...drawElements(basis, { law: 'normal', scale: SCALE }, POOL, context.random.split('pool')),
  });
  const pools: Readonly<Record<Augmentation, ElementPool>> = {
    'ground truth': pooled(basisOf(rotationOfPlanes(8))),
    LieGAN: pooled(await found('two-body')),
    'LieGAN, larger search': pooled(await found('two-body-wide')),
    SymmetryGAN: elementAndIdentity(element),
    'Augerino+': pooled(basisOf(generator)),
    none: identityPool(8),
  };
  const data = {
    train: sequencesOf(dataset.train, STEPS),
    test: sequencesOf(dataset.test, STEPS),
    engine,
  };
  const errors: Record<string, PredictionError> = {};
  for (const name of AUGMENTATIONS) {
    const found = await predictionError(data, pools[name], predictor, within('predictor')).catch(
      diverged,
    );
    errors[name] = { mean: bounded(found.mean), alone: bounded(found.alone) };
  }
  return errors as PredictionErrors;
}

/** What counts as the errors of a training whose numbers did not stay finite. */
function diverged(cause: unknown): PredictionError {
  if (cause instanceof NoetherError && cause.code === 'not-finite') {
    return { mean: Infinity, alone: Infinity };
  }
  throw cause;
}

function bounded(error: number): number {
  return error <= LARGEST ? error : LARGEST;
}

async function discovered(
  preset: PipelineConfig,
  dataset: Dataset,
  engine: Engine,
  context: Context,
): Promise<SymmetryBasis> {
  const config = { ...preset, autoencoder: { ...preset.autoencoder, latentDimension: 8 } };
  const onCheckpoint = (): Promise<void> => Promise.resolve();
  const { basis } = await train(
    { config, dataset, engine, resume: undefined, onCheckpoint },
    context,
  );
  return basis;
}

function basisOf(generator: Float64Array): SymmetryBasis {
  const provenance = { stage: 'augmentation study' };
  return symmetryBasis({
    dimension: 8,
    generators: [generator],
    centre: new Float64Array(8),
    provenance,
  });
}

function elementAndIdentity(element: Float64Array): ElementPool {
  return {
    dimension: 8,
    elements: Float64Array.of(...element, ...identity(8)),
    inverses: Float64Array.of(...inverse(element, 8), ...identity(8)),
  };
}
