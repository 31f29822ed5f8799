import { dimensionOf, invalidArgument, type Context, type Trajectories } from '@noether/contracts';
import {
  trainSindyAutoencoder,
  type SindyAutoencoder,
  type SindyAutoencoderOptions,
} from '@noether/autoencoder';
import type { SindyAutoencoderConfig } from '../config/pipeline-config.js';
import { everyRow } from './even-rows.js';
import { hasMotion } from './load-dataset.js';
import type { TrainingInput } from './train.js';

/** Steps between two questions whether a checkpoint is wanted. */
const CHECKPOINT = 500;

/**
 * Trains a SINDy autoencoder on training rows with their velocities.
 * @throws NoetherError when the data are single states, `not-finite` when the training diverged, `aborted`
 */
export async function trainSindy(
  { config, dataset, engine, resume, onCheckpoint, wantsCheckpoint }: TrainingInput,
  context: Context,
): Promise<SindyAutoencoder> {
  if (!hasMotion(dataset)) {
    throw invalidArgument(
      'method',
      config.method,
      `${dataset.name} has no motion to find equations of`,
    );
  }
  const trajectories = thinned(dataset.train, config.sindyAutoencoder.rows);
  return trainSindyAutoencoder(
    {
      trajectories,
      engine,
      onCheckpoint,
      checkpointEvery: CHECKPOINT,
      ...(wantsCheckpoint && { wantsCheckpoint }),
      ...(resume && { resume }),
    },
    sindyOptions(config.sindyAutoencoder, trajectories),
    context,
  );
}

/** Every n-th row of each trajectory, so that at most about `most` rows are left. */
function thinned(data: Trajectories, most: number): Trajectories {
  const total = data.items.reduce((sum, { times }) => sum + times.length, 0);
  const every = Math.max(1, Math.ceil(total / most));
  const items = data.items.map((item) => ({
    times: item.times.filter((_, row) => row % every === 0),
    ...everyRow(item, dimensionOf(data), every),
  }));
  return { ...data, items };
}

/** The coefficients learn faster than the networks, so that they follow the latent space. */
const EQUATIONS = 5;

/** The configuration's weights are of shares of the variance of x and of the mean squares of dx/dt and dz/dt. */
function sindyOptions(
  { learningRate, weights, ...config }: SindyAutoencoderConfig,
  data: Trajectories,
): SindyAutoencoderOptions {
  const variance = meanSquare(data, 'states');
  const speed = meanSquare(data, 'velocities');
  return {
    ...config,
    weights: {
      reconstruction: 1 / variance,
      dataDerivative: weights.dataDerivative / speed,
      latentDerivative: weights.latentDerivative,
      sparsity: weights.sparsity,
    },
    latentError: 'relative',
    optimisers: {
      autoencoder: { learningRate, schedule: { kind: 'warm-up', steps: 500 } },
      equations: { learningRate: EQUATIONS * learningRate },
    },
    rates: { final: 0.03, refinement: 0.5 },
  };
}

/** Over all entries; of the states about the mean of each variable. */
function meanSquare({ items, names }: Trajectories, kind: 'states' | 'velocities'): number {
  const d = names.length;
  const parts = items.map((item) => item[kind] ?? new Float64Array());
  const count = parts.reduce((sum, { length }) => sum + length, 0);
  const means = new Float64Array(d);
  if (kind === 'states') {
    for (const part of parts) part.forEach((value, at) => (means[at % d] += (value * d) / count));
  }
  let sum = 0;
  for (const part of parts) part.forEach((value, at) => (sum += (value - means[at % d]) ** 2));
  return sum / count;
}
