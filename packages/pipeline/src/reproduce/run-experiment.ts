import { join } from 'node:path';
import type { Observer, RunRecord } from '@noether/contracts';
import { configWith } from '../config/config-with.js';
import type { PipelineConfig } from '../config/pipeline-config.js';
import { eachSeed } from '../discover-seeds.js';
import type { EngineChoice } from '../engine-choice.js';
import { claimSeedsFolder } from '../folder/seeds-folder.js';
import { memoryFor, SMALL } from '../memory-for.js';
import { allSettled } from '../parallel/all-settled.js';
import type { Pool } from '../parallel/pool.js';
import { writeSummary } from '../write-summary.js';
import { examineSeed } from './examine-seed.js';
import {
  keyOf,
  type Experiment,
  type PresetExperiment,
  type Study,
} from './experiments/experiment.js';
import { outcomeOf } from './judge-experiment.js';
import type { Outcome } from './outcome.js';
import { studySeed } from './run-study.js';

export interface RunOptions extends EngineChoice {
  /** Folder of all runs. */
  readonly out: string;
  readonly quick: boolean;
  readonly observe: (experiment: string, seed: number) => Observer;
  /** Called as the turn of a seed ends, however it ends. */
  readonly onEnd?: (experiment: string, seed: number) => void;
}

type Place = Pick<RunOptions, 'out' | 'quick'>;

/** Where the tables lie, and the folders of the experiments. */
export function tablesOf({ out, quick }: Place): string {
  return join(out, quick ? 'quick' : 'full');
}

/** Where the runs of an experiment lie. */
export function folderOf(experiment: Experiment, place: Place): string {
  return join(tablesOf(place), keyOf(experiment));
}

/** How many seeds an experiment has. */
export function seedsOf({ seeds, quickSeeds }: Experiment, { quick }: Place): number {
  return quick ? quickSeeds : seeds;
}

/** A study, or a preset with its settings. */
export type Planned =
  | { readonly experiment: Study }
  | { readonly experiment: PresetExperiment; readonly config: PipelineConfig };

/**
 * Settles what an experiment runs and makes the folder its own.
 * @throws NoetherError `folder-in-use` when other settings have run there
 */
export async function planExperiment(
  experiment: Experiment,
  options: RunOptions,
): Promise<Planned> {
  if ('study' in experiment) return { experiment };
  const settings = [
    ...(experiment.settings ?? []),
    ...(options.quick ? experiment.quick : []),
    ...(experiment.forecasts ? ['forecast.neuralOde=true'] : []),
  ];
  const config = await configWith(experiment.preset, settings);
  const { engine, threads } = options;
  const seeds = seedsOf(experiment, options);
  await claimSeedsFolder(folderOf(experiment, options), config, {
    kind: 'seeds',
    seeds,
    firstSeed: 1,
    engine: engine ?? null,
    ...(threads !== undefined && { threads }),
  });
  return { experiment, config };
}

/** An experiment whose seeds wait for their turn or run. */
export interface Started {
  /** Settles when no seed runs any more. */
  readonly runs: Promise<unknown>;
  readonly outcomes: Promise<Outcome[]>;
}

/**
 * Runs all seeds of an experiment; those that are finished in the folder are not run again.
 * @param order of the experiment in the table: what comes first there goes first
 * @param earlier settles when no seed of the experiments before runs any more, with which this one may compare itself
 */
export function startExperiment(
  planned: Planned,
  options: RunOptions,
  pool: Pool,
  order = 0,
  earlier: Promise<unknown> = Promise.resolve(),
): Started {
  if (!('config' in planned)) {
    const outcomes = allSettled(eachStudySeed(planned.experiment, options, pool, order));
    return { runs: outcomes, outcomes };
  }
  const { experiment, config } = planned;
  const out = folderOf(experiment, options);
  const { engine, threads, observe, onEnd } = options;
  const { name } = experiment;
  const seeds = {
    out,
    seeds: seedsOf(experiment, options),
    firstSeed: 1,
    engine,
    threads,
    observe: (seed: number) => observe(name, seed),
    onEnd: (seed: number) => onEnd?.(name, seed),
  };
  const runs = allSettled(eachSeed(config, seeds, pool, order));
  const outcomes = async (): Promise<Outcome[]> => {
    const records = await runs;
    await earlier;
    const examined = records.map((record) => examine(planned, record, options, pool, order));
    const [judged] = await Promise.all([
      allSettled(examined),
      writeSummary(out, config.name, records),
    ]);
    return judged;
  };
  return { runs, outcomes: outcomes() };
}

async function examine(
  { experiment, config }: Extract<Planned, { config: unknown }>,
  record: RunRecord,
  options: RunOptions,
  pool: Pool,
  order: number,
): Promise<Outcome> {
  const { seed, forecast } = record;
  const { engine, threads, quick } = options;
  const { criteria, fullCriteria = criteria } = experiment;
  const folder = join(folderOf(experiment, options), `seed-${seed}`);
  const input = { key: keyOf(experiment), folder, engine, threads };
  const name = `the examination of seed ${seed} in ${folder}`;
  const turn = { name, order, memory: memoryFor(config), begin: () => () => undefined };
  const more = experiment.examine ? await pool.run(examineSeed, input, turn) : [];
  return {
    ...outcomeOf(record, quick ? criteria : fullCriteria, more),
    ...(experiment.forecasts && { forecast, threshold: config.forecast.threshold }),
  };
}

function eachStudySeed(
  study: Study,
  options: RunOptions,
  pool: Pool,
  order: number,
): Promise<Outcome>[] {
  const { quick, engine, threads, observe, onEnd } = options;
  return Array.from({ length: seedsOf(study, options) }, async (_, index) => {
    const seed = index + 1;
    const folder = folderOf(study, options);
    const input = { key: keyOf(study), folder, seed, quick, engine, threads };
    const name = `seed ${seed} of ${keyOf(study)} in ${folder}`;
    const turn = { name, order, memory: SMALL, begin: () => observe(study.name, seed) };
    const result = await pool.run(studySeed, input, turn).finally(() => onEnd?.(study.name, seed));
    return { seed, status: null, ...result };
  });
}
