import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawBand, type Figure, type GallerySection } from '@noether/report';
import { readJson } from '../folder/json.js';
import { runFiles } from '../folder/run-files.js';
import { bandsOf } from '../stages/error-bands.js';
import type { ExperimentResult } from './judge-experiment.js';
import type { Outcome } from './outcome.js';

type Drawn = GallerySection['figures'][number];

/**
 * The figures of an experiment, as one section or none: those of the report of its first seed, and the errors
 * of its forecasts over the seeds.
 */
export async function gallerySections(
  { name, preset, reports, passed, runs }: ExperimentResult,
  outcomes: readonly Outcome[],
  folder: string,
): Promise<GallerySection[]> {
  if (!reports || outcomes.length === 0) return [];
  const [{ seed, status }] = outcomes;
  const figures = [
    ...(await figuresOf(join(folder, `seed-${seed}`))),
    ...(await errorsOverSeeds(outcomes)),
  ];
  if (figures.length === 0) return [];
  const text = `Seed ${seed}: ${status}. ${passed} of ${runs} seeds meet all criteria.`;
  return [{ id: preset, title: name, text, figures }];
}

/** None for a run that was finished before captions were kept. */
async function figuresOf(folder: string): Promise<Drawn[]> {
  const { captions, figures } = runFiles(folder);
  const found = (await readJson(captions)) as readonly Omit<Drawn, 'svg'>[] | undefined;
  const drawn: Drawn[] = [];
  for (const each of found ?? []) {
    drawn.push({ ...each, svg: await readFile(join(figures, `${each.name}.svg`), 'utf8') });
  }
  return drawn;
}

async function errorsOverSeeds(outcomes: readonly Outcome[]): Promise<Figure[]> {
  const known = outcomes.flatMap(({ forecast, threshold }) =>
    forecast && threshold !== undefined && forecast.times.length > 0
      ? [{ ...forecast, threshold }]
      : [],
  );
  if (known.length < 2) return [];
  const [{ threshold }] = known;
  return drawBand({ seeds: known.length, threshold, ...bandsOf(known) });
}
