import { join } from 'node:path';
import { type GallerySection, renderGallery } from '@noether/report';
import { readJson, writeJson } from '../folder/json.js';
import { writeAtomic } from '../folder/write-atomic.js';
import type { Experiment } from './experiments/experiment.js';
import type { ExperimentResult } from './judge-experiment.js';
import { reproductionPage } from './reproduction-page.js';
import { reproductionText } from './reproduction-text.js';
import { folderOf, tablesOf, type RunOptions } from './run-experiment.js';

/** What an experiment came to, kept beside its runs. */
interface Kept {
  readonly result: ExperimentResult;
  readonly sections: readonly GallerySection[];
}

type Place = Pick<RunOptions, 'out' | 'quick'>;

/** Keeps what an experiment came to, and writes the tables and the gallery of all that were kept in the folder. */
export async function keepResult(
  experiment: Experiment,
  kept: Kept,
  all: readonly Experiment[],
  place: Place,
): Promise<void> {
  await writeJson(fileOf(experiment, place), kept);
  const found = (await Promise.all(all.map((each) => readJson(fileOf(each, place))))) as (
    Kept | undefined
  )[];
  const known = found.filter((each) => each !== undefined);
  const results = known.map(({ result }) => result);
  const reproduction = { kind: 'reproduction', quick: place.quick, results } as const;
  const folder = tablesOf(place);
  await writeJson(join(folder, 'reproduction.json'), reproduction);
  await writeAtomic(join(folder, 'reproduction.txt'), `${reproductionText(results)}\n`);
  await writeAtomic(join(folder, 'reproduction.html'), reproductionPage(reproduction));
  const sections = known.flatMap((each) => each.sections);
  await writeAtomic(join(folder, 'gallery.html'), renderGallery('Gallery', sections));
}

function fileOf(experiment: Experiment, place: Place): string {
  return join(folderOf(experiment, place), 'result.json');
}
