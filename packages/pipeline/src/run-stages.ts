import { NoetherError, type Context, type RunRecord } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { withLatentDimension, type SettledConfig } from './config/settled-config.js';
import { diverged, finish, headOf } from './finish-run.js';
import { forecastByEquations } from './forecast-by-equations.js';
import { growGenerators, type Grown } from './grow-generators.js';
import { completeRecord, type Motion } from './record.js';
import type { ResumeOptions } from './run-types.js';
import { sindyStages } from './sindy-stages.js';
import type { Run, Settled, StageContext, Workplace } from './stage-context.js';
import { checkHash } from './stages/check-hash.js';
import { chooseLatentDimension } from './stages/choose-latent-dimension.js';
import { fitLatentEquations } from './stages/fit-latent-equations.js';
import { hashOf, hasMotion, loadDataset } from './stages/load-dataset.js';
import { provenanceOf, reportMaterial, type ReportMaterial } from './stages/report-input.js';
import type { Training } from './stages/train.js';
import { stopwatch } from './stopwatch.js';
import { keepTraining, trainAndScore, type Trained } from './train-and-score.js';
import { versions } from './versions.js';
import { whole } from './whole-stage.js';

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
  if (asked.method === 'sindy-autoencoder') {
    const provenance = provenanceOf(settled.config, dataset, where, found);
    return sindyStages({ ...place, versions: found, provenance });
  }
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

/** Chooses what the configuration leaves open. */
async function settle(
  { config, files, engine }: Run,
  { dataset, hash, context }: Pick<Workplace, 'dataset' | 'hash' | 'context'>,
): Promise<Settled> {
  const { latentDimension: asked } = config.autoencoder;
  if (asked !== 'auto' || config.method !== 'symmetry') return { config: config as SettledConfig };
  // Refuses what cannot be carried over before the scan has taken its time.
  withLatentDimension(config, 1);
  const input = { dataset, engine, kept: { path: files.dimensionScan, hash } };
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

async function complete(
  shared: StageContext,
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
async function findMotion(shared: StageContext, { encoder, basis }: Training): Promise<Motion> {
  const { config, watch, dataset, context } = shared;
  const equations = await watch.time('equations', () => {
    const own = context('equations');
    return whole(own, 'equations', 'fit', () =>
      fitLatentEquations(encoder, dataset, config.equations, own),
    );
  });
  return { equations, forecast: await forecastByEquations(shared, { encoder, equations, basis }) };
}
