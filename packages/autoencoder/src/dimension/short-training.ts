import { NoetherError, type Context, type TensorTable } from '@noether/contracts';
import { batches, createTrainer, type Engine } from '@noether/compute';
import { covariance, effectiveRank, symmetricEigen } from '@noether/numerics';
import { loadEncoder } from '../load-encoder.js';
import { mlpAutoencoder } from '../mlp-autoencoder.js';
import { reconstructionProgram } from './reconstruction-program.js';
import { errorsOf, type Reconstruction, type ScanSpace } from './scan-space.js';

const NETWORK = { width: 64, hidden: 3, batchNorm: false } as const;
const BATCH = 256;
const LEARNING_RATE = 5e-3;
const [HOLD, FINAL] = [0.3, 0.01];
const PROGRESS_EVERY = 50;

export interface ShortTraining {
  readonly dimension: number;
  readonly steps: number;
  readonly tell: (done: number) => void;
}

/** Trains a small autoencoder; without a finite end its errors are infinite, so that another restart counts. */
export async function shortTraining(
  space: ScanSpace,
  engine: Engine,
  training: ShortTraining,
  context: Context,
): Promise<Reconstruction> {
  try {
    return await train(space, engine, training, context);
  } catch (cause) {
    if (!(cause instanceof NoetherError && cause.code === 'not-finite')) throw cause;
    return { mean: Infinity, worst: Infinity, rank: 0 };
  }
}

async function train(
  { width, states, heldOut, variance }: ScanSpace,
  engine: Engine,
  { dimension, steps, tell }: ShortTraining,
  { random, signal }: Context,
): Promise<Reconstruction> {
  const sizes = { inputDimension: width, latentDimension: dimension };
  const autoencoder = mlpAutoencoder({ ...NETWORK, ...sizes });
  const size = Math.min(BATCH, states.length / width);
  const schedule = { kind: 'cosine', hold: HOLD, final: FINAL, steps } as const;
  const trainer = await createTrainer(reconstructionProgram(autoencoder, size), {
    engine,
    random: random.split('parameters'),
    optimisers: { autoencoder: { learningRate: LEARNING_RATE, schedule } },
  });
  try {
    const supply = batches({ x: { data: states, width } }, { size, random: random.split('order') });
    for (let step = 1; step <= steps; step++) {
      signal?.throwIfAborted();
      await trainer.step(supply.next());
      if (step % PROGRESS_EVERY === 0) tell(step);
    }
    const encoder = loadEncoder(autoencoder.toRecord(tensorsOf(trainer.save())), engine);
    const latent = await encoder.encode(heldOut);
    const decoded = await encoder.decode(latent);
    const differences = decoded.map((value, at) => value - heldOut[at]);
    const spread = covariance(latent, heldOut.length / width, dimension);
    const rank = effectiveRank(symmetricEigen(spread, dimension).values);
    return { ...errorsOf(differences, width, variance), rank };
  } finally {
    await trainer.dispose();
  }
}

/** The parameters of a checkpoint by their names. */
function tensorsOf(saved: TensorTable): TensorTable {
  return Object.fromEntries(
    Object.entries(saved).map(([name, tensor]) => [
      name.replace(/^(parameter|state):/, ''),
      tensor,
    ]),
  );
}
