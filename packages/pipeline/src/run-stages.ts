import {
  NoetherError,
  type Context,
  type DimensionRecord,
  type GrowthRecord,
  type RunRecord,
} from '@noether/contracts';
import type { Checkpoint, Engine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import type { PipelineConfig } from './config/pipeline-config.js';
import { withLatentDimension, type SettledConfig } from './config/settled-config.js';
import { writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { growGenerators, type Grown } from './grow-generators.js';
import { completeRecord, divergedRecord, type Motion, type RecordHead } from './record.js';
import type { ResumeOptions } from './run-types.js';
import { checkHash } from './stages/check-hash.js';
import { chooseLatentDimension } from './stages/choose-latent-dimension.js';
import { fitLatentEquations } from './stages/fit-latent-equations.js';
import { forecastByAll } from './stages/forecast-by-all.js';
import { hashOf, hasMotion, loadDataset } from './stages/load-dataset.js';
import {
  divergedMaterial,
  provenanceOf,
  reportMaterial,
  type ReportMaterial,
} from './stages/report-input.js';
import { forecastOf, shownVariables } from './stages/shown-variables.js';
import type { Training } from './stages/train.js';
import { writeReport } from './stages/write-report.js';
import { stopwatch } from './stopwatch.js';
import {
  keepTraining,
  trainAndScore,
  type Diverged,
  type Trained,
  type Workplace,
} from './train-and-score.js';
import { versions } from './versions.js';

/** A run in its folder, begun or to be gone on with. */
export interface Run {
  readonly files: RunFiles;
  readonly config: PipelineConfig;
  readonly seed: number;
  readonly engine: Engine;
  readonly engineName: string;
  readonly resume: Checkpoint | undefined;
}

/**
 * All stages in order, each with a random stream of its own split off the seed; writes what each one
 * gives, and `run.json` last.
 * @throws NoetherError `aborted` after a checkpoint, `changed-data` when the data are no longer those
 * of the checkpoint, and what the stages throw
 */
export async function runStages(
  run: Run,
  options: Pick<ResumeOptions, 'observe' | 'signal'>,
): Promise<RunRecord> {
  try {
    return await stages(run, options);
  } catch (cause) {
    const known = cause instanceof NoetherError;
    if (!options.signal?.aborted || (known && cause.code === 'aborted')) throw cause;
    throw new NoetherError('The run was stopped.', { code: 'aborted', cause });
  }
}

async function stages(
  run: Run,
  { observe, signal }: Pick<ResumeOptions, 'observe' | 'signal'>,
): Promise<RunRecord> {
  const { config: asked, seed, resume } = run;
  const random = randomStream(seed);
  const context = (stage: string): Context => ({
    random: random.split(stage),
    observe,
    ...(signal && { signal }),
  });
  const watch = stopwatch(Number(resume?.metadata.seconds ?? 0));
  const dataset = await watch.time('data', () => loadDataset(asked, context('data')));
  const hash = hashOf(dataset);
  if (resume) checkHash(resume.metadata.data ?? '', hash);
  const found = versions(run.engine.description);
  const where = { seed, engine: run.engine.description, hash };
  const settled = await watch.time('training', () => settle(run, { dataset, hash, context }));
  const place = { run, config: settled.config, watch, dataset, hash, context };
  const { outcome, ...grown } = await watch.time('training', () => trained(place));
  const shared = {
    ...place,
    ...settled,
    ...grown,
    versions: found,
    provenance: provenanceOf(grown.config, dataset, where, found),
  };
  return 'failure' in outcome ? diverged(shared, outcome) : complete(shared, outcome);
}

interface Settled {
  readonly config: SettledConfig;
  /** How the latent dimension was chosen, if it was. */
  readonly latentDimension?: DimensionRecord;
}

/** Chooses what the configuration leaves open. */
async function settle(
  { config, files, engine }: Run,
  { dataset, hash, context }: Pick<Workplace, 'dataset' | 'hash' | 'context'>,
): Promise<Settled> {
  const { latentDimension: asked } = config.autoencoder;
  if (asked !== 'auto') return { config: config as SettledConfig };
  // Refuses what cannot be carried over before the scan has taken its time.
  withLatentDimension(config, 1);
  const input = { dataset, hash, engine, path: files.dimensionScan };
  const latentDimension = await chooseLatentDimension(input, context('dimension'));
  return { config: withLatentDimension(config, latentDimension.dimension), latentDimension };
}

/** Trains, with as many generators as are asked for or as hold. */
async function trained(place: Workplace): Promise<Omit<Grown, 'growth'> & Partial<Grown>> {
  const { run, config } = place;
  const grown =
    config.symmetry.generators === 'auto'
      ? await growGenerators(place)
      : { outcome: await trainAndScore(place, run.files, run.resume), config };
  if ('training' in grown.outcome) await keepTraining(run.files, grown.outcome.training);
  return grown;
}

interface Shared extends Workplace, Settled {
  readonly config: SettledConfig;
  /** How the number of generators was chosen, if it was. */
  readonly growth?: GrowthRecord;
  readonly versions: Readonly<Record<string, string>>;
  readonly provenance: ReportMaterial['provenance'];
}

async function complete(
  shared: Shared,
  { training, scores, verdict }: Trained,
): Promise<RunRecord> {
  const { dataset } = shared;
  const motion = hasMotion(dataset) ? await findMotion(shared, training) : null;
  const { provenance } = shared;
  const build = (): RunRecord => completeRecord(headOf(shared, verdict), scores, motion);
  const material = (): Promise<ReportMaterial> =>
    reportMaterial(training, scores.symmetry, dataset, motion?.forecast ?? null, provenance);
  return finish(shared, build, material);
}

/** Equations of the latent states and the forecast by them. */
async function findMotion(shared: Shared, { encoder, basis }: Training): Promise<Motion> {
  const { run, config, watch, dataset, context } = shared;
  const { files, engine } = run;
  const equations = await watch.time('equations', () => {
    const own = context('equations');
    return whole(own, 'equations', 'fit', () =>
      fitLatentEquations(encoder, dataset, config.equations, own),
    );
  });
  await writeJson(files.equations, equations.toJson());
  const { equations: options, forecast: settings } = config;
  const { test } = dataset;
  const material = { encoder, equations, basis, dataset, test, options, settings, engine };
  const forecast = await watch.time('forecast', () => forecastByAll(material, context));
  await writeJson(files.forecast, forecastOf(forecast, shownVariables(dataset.train)));
  return { equations, forecast };
}

async function diverged(shared: Shared, { failure, history }: Diverged): Promise<RunRecord> {
  const verdict = { status: 'diverged', reason: failure.message } as const;
  const { dataset, provenance } = shared;
  return finish(
    shared,
    () => divergedRecord(headOf(shared, verdict)),
    () => Promise.resolve(divergedMaterial(dataset, history, provenance)),
  );
}

/** Writes the report and then the record, whose total counts the report. */
async function finish(
  { run, watch, context }: Shared,
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

function headOf(
  { run, latentDimension, growth, watch, versions: found }: Shared,
  { status, reason }: Pick<RunRecord, 'status' | 'reason'>,
): RecordHead {
  const { config, seed, engineName } = run;
  return {
    status,
    reason,
    preset: config.name,
    seed,
    engine: engineName,
    seconds: watch.seconds(),
    versions: found,
    ...(latentDimension && { latentDimension }),
    ...(growth && { generatorGrowth: growth }),
  };
}

/** Tells the beginning and the end of a stage that is done in one go. */
async function whole<T>(
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
