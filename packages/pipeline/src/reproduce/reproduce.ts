import { join } from 'node:path';
import { NoetherError, type Observer } from '@noether/contracts';
import { type GallerySection, renderGallery } from '@noether/report';
import { writeJson } from '../folder/json.js';
import { writeAtomic } from '../folder/write-atomic.js';
import { keyOf, type Experiment } from './experiments/experiment.js';
import { experiments } from './experiments/experiments.js';
import { judgeExperiment, type ExperimentResult } from './judge-experiment.js';
import { reproductionPage } from './reproduction-page.js';
import { reproductionText } from './reproduction-text.js';
import { gallerySections } from './gallery-sections.js';
import { folderOf, runExperiment } from './run-experiment.js';

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

/**
 * Runs the experiments of the papers with several seeds each and holds every run against the criteria;
 * writes `reproduction.json`, `.txt`, `.html` and `gallery.html` after each experiment. A second call with the same folder
 * goes on where the first one stopped.
 * @throws NoetherError `unknown-experiment`, and what `discoverSeeds` throws
 */
export async function reproduce(options: ReproduceOptions): Promise<Reproduction> {
  const chosen = choose(options.names ?? []);
  const results: ExperimentResult[] = [];
  const sections: GallerySection[] = [];
  for (const experiment of chosen) {
    const outcomes = await runExperiment(experiment, options);
    const result = judgeExperiment(experiment, outcomes);
    results.push(result);
    sections.push(...(await gallerySections(result, outcomes, folderOf(experiment, options))));
    await write({ kind: 'reproduction', quick: options.quick, results }, options.out);
    await writeAtomic(join(options.out, 'gallery.html'), renderGallery('Gallery', sections));
    options.onExperiment?.(result);
  }
  return { kind: 'reproduction', quick: options.quick, results };
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

async function write(reproduction: Reproduction, out: string): Promise<void> {
  await writeJson(join(out, 'reproduction.json'), reproduction);
  await writeAtomic(join(out, 'reproduction.txt'), `${reproductionText(reproduction.results)}\n`);
  await writeAtomic(join(out, 'reproduction.html'), reproductionPage(reproduction));
}
