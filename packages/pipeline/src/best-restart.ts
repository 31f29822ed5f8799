import { rm } from 'node:fs/promises';
import { NoetherError } from '@noether/contracts';
import type { Checkpoint } from '@noether/compute';
import type { EpochRecord } from '@noether/symmetry-gan';
import { checkpointKeeper } from './checkpoint-keeper.js';
import { loadCheckpoint } from './folder/checkpoint-file.js';
import { restartFiles, type RunFiles } from './folder/run-files.js';
import type { Workplace } from './stage-context.js';
import { checkHash } from './stages/check-hash.js';
import { beginTraining } from './stages/train.js';

type Restarts = NonNullable<Workplace['config']['symmetry']['restarts']>;

/** The first epochs of a training. */
interface Restart {
  /** Where their last checkpoint is. */
  readonly files: RunFiles;
  /** Mean squared reconstruction error of the last of them. */
  readonly error: number;
}

/**
 * Begins a training `count` times for `epochs`, each time with first values, an order of the samples and group elements of
 * its own, and chooses by the reconstruction error of the last epoch, which needs nothing but the data. The first one is what the
 * training begins with without restarts. Each has checkpoints in files of its own, from which an interrupted choice goes
 * on.
 * @returns the checkpoint at the end of the one with the smallest error, for the training to go on from
 * @throws NoetherError `not-finite` when all of them diverged
 */
export async function bestRestart(
  place: Workplace,
  files: RunFiles,
  restarts: Restarts,
): Promise<Checkpoint> {
  const { observe } = place.context('training');
  const tell = (message: string): void => observe({ kind: 'note', stage: 'training', message });
  let best: Restart | undefined;
  let failure: NoetherError | undefined;
  for (let index = 0; index < restarts.count; index++) {
    try {
      const own = { ...place, context: contextsOf(place, index) };
      const restart = await begin(own, restartFiles(files, index), restarts.epochs);
      if (!best || restart.error < best.error) best = restart;
      tell(`restart ${index + 1}: reconstruction error ${restart.error.toPrecision(3)}`);
    } catch (cause) {
      if (!(cause instanceof NoetherError && cause.code === 'not-finite')) throw cause;
      tell(`restart ${index + 1}: ${cause.message}`);
      failure = cause;
    }
  }
  if (!best) throw failure as NoetherError;
  return (await loadCheckpoint(best.files, observe)) as Checkpoint;
}

/** Removes the checkpoints of restarts, once the training has one of its own. */
export async function removeRestarts(files: RunFiles, { count }: Restarts): Promise<void> {
  for (let index = 0; index < count; index++) {
    const { checkpoint, previousCheckpoint } = restartFiles(files, index);
    for (const path of [checkpoint, previousCheckpoint]) await rm(path, { force: true });
  }
}

async function begin(place: Workplace, files: RunFiles, epochs: number): Promise<Restart> {
  const { run, config, dataset, hash } = place;
  const context = place.context('training');
  const { keep, due } = checkpointKeeper<EpochRecord>(place, files);
  const resume = await loadCheckpoint(files, context.observe);
  if (resume) checkHash(resume.metadata.data, hash);
  const saving = { onCheckpoint: keep, wantsCheckpoint: due };
  const input = { config, dataset, engine: run.engine, resume, ...saving };
  const history = await beginTraining(input, epochs, context);
  return { files, error: history[history.length - 1].values.reconstruction };
}

function contextsOf({ context }: Workplace, index: number): Workplace['context'] {
  if (index === 0) return context;
  return (stage) => {
    const own = context(stage);
    return { ...own, random: own.random.split('start').split(index) };
  };
}
