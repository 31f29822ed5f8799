import {
  NoetherError,
  symmetryBasisToJson,
  toSafetensors,
  type Context,
  type RunRecord,
} from '@noether/contracts';
import type { Checkpoint } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import type { EpochRecord } from '@noether/symmetry-gan';
import type { SettledConfig } from './config/settled-config.js';
import { saveCheckpoint } from './folder/checkpoint-file.js';
import { writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { writeAtomic } from './folder/write-atomic.js';
import type { JudgedScores } from './record.js';
import type { Run } from './run-stages.js';
import { actionRecord } from './score/action-record.js';
import { confirmVerdict } from './score/confirm-verdict.js';
import { scoreSymmetry } from './score/score-symmetry.js';
import { judgeHeldOut } from './stages/judge-held-out.js';
import { train, type Training } from './stages/train.js';
import type { Stopwatch } from './stopwatch.js';

/** What every training of a run works with. */
export interface Workplace {
  readonly run: Run;
  readonly config: SettledConfig;
  readonly watch: Stopwatch;
  readonly dataset: Dataset;
  /** SHA-256 of the data. */
  readonly hash: string;
  readonly context: (stage: string) => Context;
}

/** A training that came to its end, with its scores and the verdict on it. */
export interface Trained {
  readonly training: Training;
  readonly scores: JudgedScores;
  readonly verdict: Pick<RunRecord, 'status' | 'reason'>;
}

/** A training whose numbers did not stay finite. */
export interface Diverged {
  readonly failure: NoetherError;
  readonly history: readonly EpochRecord[];
}

/**
 * Trains with checkpoints in the given files, scores on validation data and judges.
 * @param resume where the training goes on from; the end of it, if it was over
 */
export async function trainAndScore(
  { run, config, watch, dataset, hash, context }: Workplace,
  files: RunFiles,
  resume: Checkpoint | undefined,
): Promise<Trained | Diverged> {
  let history: readonly EpochRecord[] = [];
  const keep = async (checkpoint: Checkpoint): Promise<void> => {
    history = JSON.parse(checkpoint.metadata.history) as EpochRecord[];
    const seconds = String(watch.elapsed('training'));
    const metadata = { ...checkpoint.metadata, seconds, data: hash };
    await saveCheckpoint(files, { ...checkpoint, metadata });
    await writeHistory(files, history);
  };
  try {
    const input = { config, dataset, engine: run.engine, resume, onCheckpoint: keep };
    const training = await train(input, context('training'));
    const symmetry = await scoreSymmetry(training, dataset, context('score').random);
    const { random } = context('judgement');
    const action = actionRecord(await judgeHeldOut(training, dataset, config, random));
    const scores = { ...symmetry, action };
    const verdict = confirmVerdict(training.judgement, scores, action);
    return { training, scores, verdict };
  } catch (cause) {
    if (!(cause instanceof NoetherError && cause.code === 'not-finite')) throw cause;
    return { failure: cause, history };
  }
}

/** Writes the encoder, the generators and the losses of each epoch. */
export async function keepTraining(
  files: RunFiles,
  { encoder, basis, history }: Training,
): Promise<void> {
  const { tensors, architecture, options } = encoder.toRecord();
  const metadata = { architecture, options: JSON.stringify(options) };
  await writeAtomic(files.encoder, toSafetensors(tensors, metadata));
  await writeJson(files.symmetry, symmetryBasisToJson(basis));
  await writeHistory(files, history);
}

async function writeHistory(files: RunFiles, history: readonly EpochRecord[]): Promise<void> {
  const lines = history.map((record) => `${JSON.stringify(record)}\n`).join('');
  await writeAtomic(files.metrics, lines);
}
