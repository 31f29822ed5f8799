import { join } from 'node:path';
import { NoetherError } from '@noether/contracts';
import { type GallerySection, renderGallery } from '@noether/report';
import { readJson, writeJson } from '../folder/json.js';
import { writeAtomic } from '../folder/write-atomic.js';
import { noetherVersion } from '../versions.js';
import { keyOf, type Experiment } from './experiments/experiment.js';
import type { ExperimentResult } from './judge-experiment.js';
import { reproductionPage } from './reproduction-page.js';
import { leftOutText, reproductionText } from './reproduction-text.js';
import type { Reproduction } from './reproduce.js';
import { folderOf, tablesOf, type RunOptions } from './run-experiment.js';

/** What an experiment came to, kept beside its runs; results of before do not say which version made them. */
interface Kept {
  readonly result: Omit<ExperimentResult, 'madeBy'> & Partial<Pick<ExperimentResult, 'madeBy'>>;
  readonly sections: readonly GallerySection[];
}

interface Place extends Pick<RunOptions, 'out' | 'quick'> {
  /** Hears what the tables leave out. */
  readonly onNote?: (message: string) => void;
}

/**
 * Keeps what an experiment came to, and writes the tables and the gallery of all that were kept in the folder, but for
 * what was damaged since, with a note for each.
 */
export async function keepResult(
  experiment: Experiment,
  kept: Kept,
  all: readonly Experiment[],
  place: Place,
): Promise<void> {
  await writeJson(fileOf(experiment, place), kept);
  const found = await Promise.all(
    all.map(async (each) => ({ name: keyOf(each), kept: await readKept(each, place) })),
  );
  const known = found.flatMap(({ kept: each }) => (typeof each === 'object' ? [each] : []));
  const leftOut = found.filter((each) => each.kept === 'damaged').map(({ name }) => name);
  const results = known.map(({ result }) => withSeeds(result));
  const { quick } = place;
  const reproduction: Reproduction = {
    kind: 'reproduction',
    quick,
    version: noetherVersion(),
    results,
    leftOut,
  };
  const folder = tablesOf(place);
  await writeJson(join(folder, 'reproduction.json'), reproduction);
  await writeAtomic(
    join(folder, 'reproduction.txt'),
    `${[reproductionText(results), ...leftOut.map(leftOutText)].join('\n\n')}\n`,
  );
  await writeAtomic(join(folder, 'reproduction.html'), reproductionPage(reproduction));
  const sections = known.flatMap((each) => each.sections);
  await writeAtomic(join(folder, 'gallery.html'), renderGallery('Gallery', sections));
}

/** What an experiment came to in an earlier call; undefined when it has not run. */
async function readKept(
  experiment: Experiment,
  place: Place,
): Promise<Kept | 'damaged' | undefined> {
  const path = fileOf(experiment, place);
  try {
    const found = (await readJson(path)) as Partial<Kept> | null | undefined;
    if (found === undefined) return undefined;
    if (Array.isArray(found?.result?.criteria) && Array.isArray(found.sections)) {
      return found as Kept;
    }
  } catch (cause) {
    if (!(cause instanceof NoetherError)) throw cause;
  }
  const name = keyOf(experiment);
  place.onNote?.(
    `${path} is damaged, so the tables leave out ${name}; reproduce ${name} makes it again from its runs`,
  );
  return 'damaged';
}

function withSeeds(result: Kept['result']): ExperimentResult {
  const seeds = Array.from({ length: result.runs }, (_, index) => index + 1);
  return { ...result, madeBy: result.madeBy ?? [{ version: null, seeds }] };
}

function fileOf(experiment: Experiment, place: Place): string {
  return join(folderOf(experiment, place), 'result.json');
}
