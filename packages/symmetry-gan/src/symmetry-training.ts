import { NoetherError, type Context } from '@noether/contracts';
import { checkTraining } from './check-training.js';
import type { SymmetryOptions } from './options.js';
import type { SymmetryData, TrainedSymmetry } from './symmetry-data.js';
import { TrainingRun } from './training-run.js';

/**
 * Trains encoder, decoder, generator and discriminator together (`laliganProgram`). Every
 * epoch visits the samples in a fresh random order; a last, smaller batch is left out. All
 * randomness comes from streams split off `context.random` by epoch and step, so a run that was
 * interrupted and resumed gives the numbers of one that was not.
 * @throws NoetherError `aborted` after the checkpoint was handed out, `not-finite` with the step and
 * the terms, `invalid-argument` when the data do not fit the options, `wrong-checkpoint` when the
 * checkpoint does not
 */
export async function trainSymmetry(
  data: SymmetryData,
  options: SymmetryOptions,
  context: Context,
): Promise<TrainedSymmetry> {
  checkTraining(data, options);
  const run = await TrainingRun.start(data, options, context);
  const { onCheckpoint, wantsCheckpoint = () => true } = data;
  try {
    while (!run.finished) {
      if (context.signal?.aborted) {
        await onCheckpoint?.(run.checkpoint());
        throw new NoetherError(`Training was stopped after step ${run.trainer.steps}.`, {
          code: 'aborted',
        });
      }
      await run.step();
      if (run.finished || (run.atEpochEnd && wantsCheckpoint())) {
        await onCheckpoint?.(run.checkpoint());
      }
    }
    return run.result();
  } catch (cause) {
    if (cause instanceof NoetherError && cause.code === 'not-finite') {
      await onCheckpoint?.(run.checkpoint());
    }
    throw cause;
  } finally {
    await run.trainer.dispose();
  }
}
