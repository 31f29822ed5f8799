import { NoetherError, type Observer } from '@noether/contracts';
import { keyOf, type Experiment } from './experiments/experiment.js';
import { experiments } from './experiments/experiments.js';
import { judgeExperiment, type ExperimentResult } from './judge-experiment.js';
import { gallerySections } from './gallery-sections.js';
import { keepResult } from './kept-results.js';
import { folderOf, runExperiment, tablesOf } from './run-experiment.js';

export interface ReproduceOptions {
  /** Folder of the runs and of the tables; runs that are finished in it are kept. */
  readonly out: string;
  /** Names of experiments; default all. */
  readonly names?: readonly string[];
  /** Fewer seeds and smaller networks where the published ones take long. */
  readonly quick: boolean;
  readonly engine?: string;
  readonly observe: (experiment: string, seed: number) => Observer;
  readonly signal?: AbortSignal;
  /** Called after each experiment. */
  readonly onExperiment?: (result: ExperimentResult) => void;
}

/** The content of `reproduction.json`. */
export interface Reproduction {
  readonly kind: 'reproduction';
  readonly quick: boolean;
  readonly results: readonly ExperimentResult[];
}

/** The experiments that were asked for, and where the tables of all that were ever run there lie. */
export interface Reproduced extends Reproduction {
  readonly folder: string;
}

/**
 * Runs the experiments of the papers with several seeds each and holds every run against the criteria;
 * writes `reproduction.json`, `.txt`, `.html` and `gallery.html` after each experiment, with the results of earlier calls
 * for the same folder. A second call goes on where the first one stopped.
 * @throws NoetherError `unknown-experiment`, and what `discoverSeeds` throws
 */
export async function reproduce(options: ReproduceOptions): Promise<Reproduced> {
  const chosen = choose(options.names ?? []);
  const results: ExperimentResult[] = [];
  for (const experiment of chosen) {
    const outcomes = await runExperiment(experiment, options);
    const result = judgeExperiment(experiment, outcomes);
    results.push(result);
    const sections = await gallerySections(result, outcomes, folderOf(experiment, options));
    await keepResult(experiment, { result, sections }, experiments, options);
    options.onExperiment?.(result);
  }
  return { kind: 'reproduction', quick: options.quick, results, folder: tablesOf(options) };
}

function choose(names: readonly string[]): readonly Experiment[] {
  if (names.length === 0) return experiments;
  return names.map((name) => {
    const found = experiments.find((experiment) =>
      [experiment.name, keyOf(experiment)].includes(name),
    );
    if (found) return found;
    throw new NoetherError(`There is no experiment called "${name}".`, {
      code: 'unknown-experiment',
      argument: 'name',
      value: name,
      hint: `Experiments are ${experiments.map(keyOf).join(', ')}.`,
    });
  });
}
