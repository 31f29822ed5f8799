import {
  NoetherError,
  symmetryBasisToJson,
  type RunRecord,
  type TensorTable,
} from '@noether/contracts';
import type { Checkpoint } from '@noether/compute';
import type { EpochRecord } from '@noether/symmetry-gan';
import { bestRestart, removeRestarts } from './best-restart.js';
import { checkpointKeeper } from './checkpoint-keeper.js';
import { writeEncoder } from './folder/encoder-file.js';
import { writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { writeHistory } from './folder/write-history.js';
import type { JudgedScores } from './record.js';
import { actionRecord } from './score/action-record.js';
import { confirmVerdict } from './score/confirm-verdict.js';
import { scoreSymmetry } from './score/score-symmetry.js';
import type { Diverged, Workplace } from './stage-context.js';
import { judgeHeldOut } from './stages/judge-held-out.js';
import { train, type Training } from './stages/train.js';

/** A training that came to its end, with its scores and the verdict on it. */
export interface Trained {
  readonly training: Training;
  readonly scores: JudgedScores;
  readonly verdict: Pick<RunRecord, 'status' | 'reason'>;
}

/**
 * Trains with checkpoints in the given files, scores on validation data and judges. A training from the beginning starts
 * with the restarts that the configuration asks for.
 * @param resume where the training goes on from; the end of it, if it was over
 * @param start first values of networks and generators, where another training went before
 */
export async function trainAndScore(
  place: Workplace,
  files: RunFiles,
  resume: Checkpoint | undefined,
  start?: TensorTable,
): Promise<Trained | Diverged> {
  const { run, config, dataset, context } = place;
  const { keep, due, history } = checkpointKeeper<EpochRecord>(place, files);
  try {
    const saving = { onCheckpoint: keep, wantsCheckpoint: due };
    const begun = start ? resume : await begin(place, files, keep, resume);
    const input = { config, dataset, engine: run.engine, resume: begun, start, ...saving };
    const training = await train(input, context('training'));
    return await place.watch.time('judgement', () => judged(place, training));
  } catch (cause) {
    if (!(cause instanceof NoetherError && cause.code === 'not-finite')) throw cause;
    return { failure: cause, history: history() };
  }
}

/**
 * Where a training goes on from: its own last checkpoint, or the end of the best of the restarts that are asked for, which
 * becomes that. Checkpoints of restarts are removed then, also those that a kill in between has left.
 */
async function begin(
  place: Workplace,
  files: RunFiles,
  keep: (checkpoint: Checkpoint) => Promise<void>,
  resume: Checkpoint | undefined,
): Promise<Checkpoint | undefined> {
  const { restarts } = place.config.symmetry;
  if (!restarts) return resume;
  const begun = resume ?? (await bestRestart(place, files, restarts));
  if (!resume) await keep(begun);
  await removeRestarts(files, restarts);
  return begun;
}

async function judged(
  { config, dataset, context }: Workplace,
  training: Training,
): Promise<Trained> {
  const symmetry = await scoreSymmetry(training, dataset, context('score').random);
  const { random } = context('judgement');
  const action = actionRecord(await judgeHeldOut(training, dataset, config, random));
  const scores = { ...symmetry, action };
  return { training, scores, verdict: confirmVerdict(training.judgement, scores, action) };
}

/** Writes the encoder, the generators and the losses of each epoch. */
export async function keepTraining(
  files: RunFiles,
  { encoder, basis, history }: Training,
): Promise<void> {
  await writeEncoder(files, encoder);
  await writeJson(files.symmetry, symmetryBasisToJson(basis));
  await writeHistory(files, history);
}
