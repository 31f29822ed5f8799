import { NoetherError, type Context, type Encoder, type SymmetryBasis } from '@noether/contracts';
import {
  identityAutoencoder,
  type Checkpoint,
  type Engine,
  type TrainableEncoder,
} from '@noether/compute';
import { loadEncoder, mlpAutoencoder } from '@noether/autoencoder';
import { windows, type Dataset } from '@noether/datasets';
import {
  judgeSymmetry,
  symmetryBasisOf,
  trainingStatistics,
  trainSymmetry,
  type EpochRecord,
  type Judgement,
  type SymmetryData,
  type TrainedSymmetry,
  type TrainingStatistics,
} from '@noether/symmetry-gan';
import { adaptCoordinates } from './adapt-coordinates.js';
import type { AutoencoderConfig, PipelineConfig } from '../config/pipeline-config.js';
import { symmetryOptions } from './symmetry-options.js';

/** What training gives when its numbers stayed finite. */
export interface Training {
  readonly encoder: Encoder;
  readonly basis: SymmetryBasis;
  readonly judgement: Judgement;
  readonly statistics: TrainingStatistics;
  readonly history: readonly EpochRecord[];
}

export interface TrainingInput {
  readonly config: PipelineConfig;
  readonly dataset: Dataset;
  readonly engine: Engine;
  readonly resume: Checkpoint | undefined;
  readonly onCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
}

/**
 * Cuts the windows, trains, and judges what came out.
 * @throws NoetherError `not-finite` when the training diverged, `aborted`, or an argument at fault
 */
export async function train(input: TrainingInput, context: Context): Promise<Training> {
  const { config, dataset, engine, resume, onCheckpoint } = input;
  const { timesteps, stride } = config.windows;
  const samples = windows(dataset.train, { timesteps, interval: dataset.interval, stride });
  const autoencoder = autoencoderOf(config.autoencoder, samples.dimension);
  const options = symmetryOptions(config, autoencoder.latentDimension);
  const data: SymmetryData = {
    windows: samples,
    autoencoder,
    engine,
    onCheckpoint,
    ...(resume && { resume }),
  };
  const trained = await trainSymmetry(data, options, context);
  checkFinite(trained);
  const statistics = await trainingStatistics(data, trained, options, context);
  const basis = symmetryBasisOf(options.representation, trained.generators, statistics.centre, {
    stage: 'training',
    options: config.symmetry,
  });
  const known = options.representation.blocks.every(({ kind }) => kind !== 'learned');
  const adapted = adaptCoordinates(autoencoder.toRecord(trained.tensors), basis);
  return {
    encoder: loadEncoder(adapted.record, engine),
    basis: adapted.basis,
    judgement: judgeSymmetry(basis, statistics, known),
    statistics,
    history: trained.history,
  };
}

function autoencoderOf(config: AutoencoderConfig, inputDimension: number): TrainableEncoder {
  if (config.architecture === 'identity') return identityAutoencoder(inputDimension);
  return mlpAutoencoder({ ...config, inputDimension });
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
