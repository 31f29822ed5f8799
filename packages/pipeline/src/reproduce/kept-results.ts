import { join } from 'node:path';
import { type GallerySection, renderGallery } from '@noether/report';
import { readJson, writeJson } from '../folder/json.js';
import { writeAtomic } from '../folder/write-atomic.js';
import { noetherVersion } from '../versions.js';
import type { Experiment } from './experiments/experiment.js';
import type { ExperimentResult } from './judge-experiment.js';
import { reproductionPage } from './reproduction-page.js';
import { reproductionText } from './reproduction-text.js';
import type { Reproduction } from './reproduce.js';
import { folderOf, tablesOf, type RunOptions } from './run-experiment.js';

/** What an experiment came to, kept beside its runs; results of before do not say which version made them. */
interface Kept {
  readonly result: Omit<ExperimentResult, 'madeBy'> & Partial<Pick<ExperimentResult, 'madeBy'>>;
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
  const results = known.map(({ result }) => withSeeds(result));
  const { quick } = place;
  const reproduction: Reproduction = {
    kind: 'reproduction',
    quick,
    version: noetherVersion(),
    results,
  };
  const folder = tablesOf(place);
  await writeJson(join(folder, 'reproduction.json'), reproduction);
  await writeAtomic(join(folder, 'reproduction.txt'), `${reproductionText(results)}\n`);
  await writeAtomic(join(folder, 'reproduction.html'), reproductionPage(reproduction));
  const sections = known.flatMap((each) => each.sections);
  await writeAtomic(join(folder, 'gallery.html'), renderGallery('Gallery', sections));
}

function withSeeds(result: Kept['result']): ExperimentResult {
  const seeds = Array.from({ length: result.runs }, (_, index) => index + 1);
  return { ...result, madeBy: result.madeBy ?? [{ version: null, seeds }] };
}

function fileOf(experiment: Experiment, place: Place): string {
  return join(folderOf(experiment, place), 'result.json');
}
