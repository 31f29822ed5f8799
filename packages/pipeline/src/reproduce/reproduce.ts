import { invalidArgument, NoetherError, type Observer } from '@noether/contracts';
import { goesOn, THREADS_OF_MANY } from '../discover-seeds.js';
import type { EngineChoice } from '../engine-choice.js';
import { withFolderLock } from '../folder/folder-lock.js';
import { releaseEmpty, releaseUntrained } from '../folder/seeds-folder.js';
import { allSettled } from '../parallel/all-settled.js';
import { limitsFor } from '../parallel/limits-for.js';
import { openPool } from '../parallel/pool.js';
import { noetherVersion } from '../versions.js';
import { keyOf, type Experiment } from './experiments/experiment.js';
import { experiments } from './experiments/experiments.js';
import { judgeExperiment, type ExperimentResult } from './judge-experiment.js';
import { gallerySections } from './gallery-sections.js';
import { keepResult } from './kept-results.js';
import type { Outcome } from './outcome.js';
import {
  folderOf,
  planExperiment,
  seedsOf,
  startExperiment,
  tablesOf,
  type Planned,
} from './run-experiment.js';

export interface ReproduceOptions extends EngineChoice {
  /** Folder of the runs and of the tables; runs that are finished in it are kept. */
  readonly out: string;
  /** Names of experiments, each run once however often it is named; default all. */
  readonly names?: readonly string[];
  /** Fewer seeds and smaller networks where the published ones take long. */
  readonly quick: boolean;
  /**
   * Seeds at once, of whichever experiments, each in a process of its own; 1: one after the other in this process.
   * Default: as many as there are processors for their threads and free memory for. A seed has one
   * thread by default.
   */
  readonly parallel?: number | undefined;
  /** Called as a seed gets its turn. */
  readonly observe: (experiment: string, seed: number) => Observer;
  /** Called as the turn of a seed ends, however it ends. */
  readonly onEnd?: (experiment: string, seed: number) => void;
  readonly signal?: AbortSignal;
  /** Called as an experiment ends, with the next ones perhaps under way. */
  readonly onExperiment?: (result: ExperimentResult) => void;
  /** Called once for each experiment of an earlier call that the tables leave out, because its result was damaged. */
  readonly onNote?: (message: string) => void;
}

/** The content of `reproduction.json`. */
export interface Reproduction {
  readonly kind: 'reproduction';
  readonly quick: boolean;
  /** Of Noether, which wrote this; which one made the runs stands in the results. */
  readonly version: string;
  readonly results: readonly ExperimentResult[];
  /** Names of experiments that were run there and are no results, because what was kept of them was damaged. */
  readonly leftOut: readonly string[];
}

/** The experiments that were asked for, and where the tables of all that were ever run there lie. */
export interface Reproduced extends Omit<Reproduction, 'leftOut'> {
  readonly folder: string;
}

/**
 * Runs the experiments of the papers with several seeds each and holds every run against the criteria;
 * writes `reproduction.json`, `.txt`, `.html` and `gallery.html` after each experiment, with the results of earlier calls
 * for the same folder. A second call goes on where the first one stopped; what another version of Noether finished is
 * kept, with a warning.
 * @throws NoetherError `unknown-experiment`, `folder-locked`, and what `discoverSeeds` throws
 */
export async function reproduce(options: ReproduceOptions): Promise<Reproduced> {
  const chosen = choose(options);
  const told = new Set<string>();
  const onNote = (message: string): void => {
    if (!told.has(message)) options.onNote?.(message);
    told.add(message);
  };
  const settled = { ...options, onNote, threads: options.threads ?? THREADS_OF_MANY };
  const folder = tablesOf(options);
  const results = await withFolderLock(folder, () => planAndRun(chosen, settled));
  const { quick } = options;
  return { kind: 'reproduction', quick, version: noetherVersion(), results, folder };
}

async function planAndRun(
  chosen: readonly Experiment[],
  options: ReproduceOptions & { readonly threads: number },
): Promise<ExperimentResult[]> {
  const planned: Planned[] = [];
  try {
    for (const experiment of chosen) planned.push(await planExperiment(experiment, options));
    return await runAll(planned, options);
  } catch (cause) {
    for (const { experiment } of planned) await releaseFolders(experiment, options, cause);
    throw cause;
  }
}

async function runAll(
  planned: readonly Planned[],
  options: ReproduceOptions & { readonly threads: number },
): Promise<ExperimentResult[]> {
  const seeds = planned.map(({ experiment }) => seedsOf(experiment, options));
  const tasks = seeds.reduce((sum, each) => sum + each, 0);
  const pool = openPool(limitsFor(tasks, options.threads, options.parallel), options.signal);
  let earlier: Promise<unknown> = Promise.resolve();
  let kept: Promise<unknown> = Promise.resolve();
  const rows = planned.map(async (each, order) => {
    const { runs, outcomes } = startExperiment(each, options, pool, order, earlier);
    earlier = Promise.allSettled([earlier, runs]);
    const judged = await outcomes;
    // One after the other, because all of them write the same tables.
    const result = kept.then(() => keep(each.experiment, judged, options));
    kept = result.catch(() => undefined);
    options.onExperiment?.(await result);
    return result;
  });
  try {
    return await allSettled(rows);
  } finally {
    await pool.close();
  }
}

async function keep(
  experiment: Experiment,
  outcomes: readonly Outcome[],
  options: ReproduceOptions,
): Promise<ExperimentResult> {
  const result = judgeExperiment(experiment, outcomes);
  const sections = await gallerySections(result, outcomes, folderOf(experiment, options));
  await keepResult(experiment, { result, sections }, experiments, options);
  return result;
}

async function releaseFolders(
  experiment: Experiment,
  options: ReproduceOptions,
  cause: unknown,
): Promise<void> {
  if ('study' in experiment) return;
  const folder = folderOf(experiment, options);
  await (goesOn(cause) ? releaseEmpty(folder) : releaseUntrained(folder));
}

function choose({ names = [], ...place }: ReproduceOptions): readonly Experiment[] {
  const here = experiments.filter((experiment) => seedsOf(experiment, place) > 0);
  if (names.length === 0) return here;
  const chosen = names.map((name) => {
    const called = (experiment: Experiment): boolean =>
      [experiment.name, keyOf(experiment)].includes(name);
    const found = here.find(called);
    if (found) return found;
    if (experiments.some(called)) throw invalidArgument('name', name, 'it has no quick version');
    throw new NoetherError(`There is no experiment called "${name}".`, {
      code: 'unknown-experiment',
      argument: 'name',
      value: name,
      hint: `Experiments are ${experiments.map(keyOf).join(', ')}.`,
    });
  });
  return [...new Set(chosen)];
}
