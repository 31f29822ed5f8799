import { join } from 'node:path';
import type { Observer, RunRecord } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { applySetting } from '../config/apply-setting.js';
import { loadConfig } from '../config/load-config.js';
import { parseConfig } from '../config/parse-config.js';
import { discoverSeeds } from '../discover-seeds.js';
import { readJson, writeJson } from '../folder/json.js';
import {
  keyOf,
  type Experiment,
  type PresetExperiment,
  type Study,
} from './experiments/experiment.js';
import { outcomeOf } from './judge-experiment.js';
import type { Finding, Outcome } from './outcome.js';

export interface RunOptions {
  /** Folder of all runs. */
  readonly out: string;
  readonly quick: boolean;
  readonly engine?: string;
  readonly observe: (experiment: string, seed: number) => Observer;
  readonly signal?: AbortSignal;
}

/** Where the tables lie, and the folders of the experiments. */
export function tablesOf({ out, quick }: Pick<RunOptions, 'out' | 'quick'>): string {
  return join(out, quick ? 'quick' : 'full');
}

/** Where the runs of an experiment lie. */
export function folderOf(experiment: Experiment, place: Pick<RunOptions, 'out' | 'quick'>): string {
  return join(tablesOf(place), keyOf(experiment));
}

/** All seeds of an experiment; those that are finished in the folder are not run again. */
export function runExperiment(experiment: Experiment, options: RunOptions): Promise<Outcome[]> {
  const folder = folderOf(experiment, options);
  if ('study' in experiment) return runStudy(experiment, folder, options);
  return runPreset(experiment, folder, options);
}

async function runPreset(
  { name, preset, criteria, examine, ...experiment }: PresetExperiment,
  folder: string,
  { quick, engine, signal, observe }: RunOptions,
): Promise<Outcome[]> {
  const written = await loadConfig(preset);
  const settings = [
    ...(quick ? experiment.quick : []),
    ...(experiment.forecasts ? ['forecast.neuralOde=true'] : []),
  ];
  const config = settings.reduce<unknown>(applySetting, written);
  const records: RunRecord[] = [];
  const parsed = parseConfig(config, preset);
  await discoverSeeds(parsed, {
    out: folder,
    seeds: quick ? experiment.quickSeeds : experiment.seeds,
    firstSeed: 1,
    observe: (seed) => observe(name, seed),
    onSeed: (record) => records.push(record),
    ...(engine !== undefined && { engine }),
    ...(signal && { signal }),
  });
  const outcomes: Outcome[] = [];
  for (const record of records) {
    const more = await examine?.(join(folder, `seed-${record.seed}`), engine);
    const { forecast } = record;
    outcomes.push({
      ...outcomeOf(record, criteria, more),
      ...(experiment.forecasts && { forecast, threshold: parsed.forecast.threshold }),
    });
  }
  return outcomes;
}

async function runStudy(
  study: Study,
  folder: string,
  { quick, engine, signal, observe }: RunOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= (quick ? study.quickSeeds : study.seeds); seed++) {
    const path = join(folder, `seed-${seed}.json`);
    const known = (await readJson(path)) as readonly Finding[] | undefined;
    const findings =
      known ??
      (await study.run({
        random: randomStream(seed),
        observe: observe(study.name, seed),
        quick,
        ...(engine !== undefined && { engine }),
        ...(signal && { signal }),
      }));
    if (!known) await writeJson(path, findings);
    outcomes.push({ seed, status: null, findings });
  }
  return outcomes;
}
