import { NoetherError, type Context } from '@noether/contracts';
import { scoreSindy } from './sindy-scores.js';
import type { Parameters, SindyRun } from './sindy-run.js';
import type { SindyAutoencoder, SindyTrainingData } from './train-sindy-autoencoder.js';

/**
 * Takes a training to its end.
 * @throws NoetherError `aborted` after a checkpoint was handed out
 */
export async function completeRun(
  run: SindyRun,
  {
    engine,
    onCheckpoint,
    checkpointEvery = 10_000,
    wantsCheckpoint = () => true,
  }: Pick<SindyTrainingData, 'engine' | 'onCheckpoint' | 'checkpointEvery' | 'wantsCheckpoint'>,
  { signal }: Context,
): Promise<{ readonly model: SindyAutoencoder; readonly parameters: Parameters }> {
  try {
    while (!run.finished) {
      if (signal?.aborted) {
        await onCheckpoint?.(run.checkpoint());
        throw new NoetherError(`Training was stopped after step ${run.steps}.`, {
          code: 'aborted',
        });
      }
      await run.step();
      if (run.steps % checkpointEvery === 0 && wantsCheckpoint())
        await onCheckpoint?.(run.checkpoint());
    }
    const model = run.result();
    const { r2 } = await scoreSindy(model, run.someSamples(), engine);
    const parameters = run.parameters();
    return { model: { ...model, equations: { ...model.equations, r2 } }, parameters };
  } finally {
    await run.dispose();
  }
}
