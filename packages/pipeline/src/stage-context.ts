import type {
  Context,
  DimensionRecord,
  GrowthRecord,
  NoetherError,
  RunRecord,
} from '@noether/contracts';
import type { Checkpoint, Engine } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import type { EpochLosses } from '@noether/report';
import type { PipelineConfig } from './config/pipeline-config.js';
import type { SettledConfig } from './config/settled-config.js';
import { saveCheckpoint } from './folder/checkpoint-file.js';
import { writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { writeAtomic } from './folder/write-atomic.js';
import { divergedRecord, type RecordHead } from './record.js';
import { divergedMaterial, type ReportMaterial } from './stages/report-input.js';
import { writeReport } from './stages/write-report.js';
import type { Stopwatch } from './stopwatch.js';

/** A run in its folder, begun or to be gone on with. */
export interface Run {
  readonly files: RunFiles;
  readonly config: PipelineConfig;
  readonly seed: number;
  readonly engine: Engine;
  readonly engineName: string;
  /** That the engine may use. */
  readonly threads: number;
  readonly resume: Checkpoint | undefined;
}

/** What a run is carried out with, once everything that the configuration leaves open is chosen. */
export interface Settled {
  readonly config: SettledConfig;
  /** How the latent dimension was chosen, if it was. */
  readonly latentDimension?: DimensionRecord;
}

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

/** What the stages of a run share. */
export interface StageContext extends Workplace, Settled {
  readonly config: SettledConfig;
  /** How the number of generators was chosen, if it was. */
  readonly growth?: GrowthRecord;
  readonly versions: Readonly<Record<string, string>>;
  readonly provenance: ReportMaterial['provenance'];
}

/** A training whose numbers stopped being finite, with the history before. */
export interface Diverged {
  readonly failure: NoetherError;
  readonly history: readonly EpochLosses[];
}

/** Of the time between two checkpoints, the most that writing the first one may have taken. */
const CHECKPOINT_SHARE = 0.02;

/**
 * Writes each checkpoint of a training to the given files, with the seconds and the data it belongs to, and its history.
 * @returns the hearer of the checkpoints; `due` after a time in which the last one weighs little, so that
 * large networks are not saved more often than they are trained; `history` is that of the last one
 */
export function checkpointKeeper<Line extends EpochLosses>(
  { watch, hash }: Workplace,
  files: RunFiles,
): {
  readonly keep: (checkpoint: Checkpoint) => Promise<void>;
  readonly due: () => boolean;
  readonly history: () => readonly Line[];
} {
  let history: readonly Line[] = [];
  let next = -Infinity;
  const keep = async (checkpoint: Checkpoint): Promise<void> => {
    const begun = performance.now();
    history = JSON.parse(checkpoint.metadata.history) as Line[];
    const seconds = String(watch.elapsed('training'));
    const metadata = { ...checkpoint.metadata, seconds, data: hash };
    await saveCheckpoint(files, { ...checkpoint, metadata });
    await writeHistory(files, history);
    const done = performance.now();
    next = done + (done - begun) * (1 / CHECKPOINT_SHARE - 1);
  };
  return { keep, due: () => performance.now() >= next, history: () => history };
}

/** Writes `metrics.jsonl`. */
export async function writeHistory(
  { metrics }: RunFiles,
  history: readonly EpochLosses[],
): Promise<void> {
  await writeAtomic(metrics, history.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

/** Ends a run whose training diverged. */
export async function diverged(
  shared: StageContext,
  { failure, history }: Diverged,
): Promise<RunRecord> {
  const verdict = { status: 'diverged', reason: failure.message } as const;
  const { dataset, provenance } = shared;
  return finish(
    shared,
    () => divergedRecord(headOf(shared, verdict)),
    () => Promise.resolve(divergedMaterial(dataset, history, provenance)),
  );
}

/** Writes the report and then the record, whose total counts the report. */
export async function finish(
  { run, watch, context }: StageContext,
  build: () => RunRecord,
  material: () => Promise<ReportMaterial>,
): Promise<RunRecord> {
  const { files } = run;
  await watch.time('report', () =>
    whole(context('report'), 'report', 'page', async () => {
      const shown = await material();
      await writeJson(files.reportInput, { ...shown, forecast: undefined });
      await writeReport(files, { ...shown, record: build() });
    }),
  );
  const record = build();
  await writeJson(files.record, record);
  return record;
}

/** What the record of the run begins with. */
export function headOf(
  { run, latentDimension, growth, watch, versions: found }: StageContext,
  { status, reason }: Pick<RunRecord, 'status' | 'reason'>,
): RecordHead {
  const { config, seed, engineName, threads } = run;
  return {
    status,
    reason,
    preset: config.name,
    seed,
    engine: engineName,
    threads,
    seconds: watch.seconds(),
    versions: found,
    ...(latentDimension && { latentDimension }),
    ...(growth && { generatorGrowth: growth }),
  };
}

/** Tells the beginning and the end of a stage that is done in one go. */
export async function whole<T>(
  { observe, signal }: Context,
  stage: string,
  unit: string,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  observe({ kind: 'progress', stage, done: 0, total: 1, unit });
  const result = await work();
  observe({ kind: 'progress', stage, done: 1, total: 1, unit });
  return result;
}
