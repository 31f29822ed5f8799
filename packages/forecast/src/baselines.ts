import {
  type Encoder,
  type ForecastScore,
  type Trajectories,
  dimensionOf,
} from '@noether/contracts';
import type { Grid } from './common-grid.js';
import { affineStep, fitDmd, type MapStep } from './fit-dmd.js';
import { fitQuadraticMap } from './fit-quadratic-map.js';
import { iterateMap } from './iterate-map.js';
import { persistence } from './persistence.js';
import { type Yardstick, score } from './score.js';
import { uniformInterval } from './uniform-interval.js';

/** Above these dimensions a least-squares map of the coordinates is too large to fit. */
const LARGEST = 128;
const LARGEST_QUADRATIC = 12;

/** What the maps are fitted to. */
export interface BaselineData {
  readonly train: Trajectories;
  /** Coordinates for the maps where the data have too many variables. */
  readonly coordinates: Encoder | undefined;
}

/**
 * Scores of `persistence` and, where they can be fitted, of `dmd` and of the quadratic `map`.
 * @param note is told why `dmd` was left out
 */
export async function baselines(
  { train, coordinates }: BaselineData,
  grid: Grid,
  yardstick: Yardstick,
  note: (message: string) => void,
): Promise<Record<string, ForecastScore>> {
  const { truth, dimension } = yardstick;
  const rows = grid.times.length;
  const starts = truth.map((states) => states.slice(0, dimension));
  const still = starts.map((start) => persistence(start, rows));
  const scores: Record<string, ForecastScore> = { persistence: score(still, yardstick) };
  const reduced = dimensionOf(train) > LARGEST ? coordinates : undefined;
  const obstacle = obstacleToMaps(train, reduced?.latentDimension ?? dimension, grid);
  if (obstacle !== null) {
    note(`no dmd baseline: ${obstacle}`);
    return scores;
  }
  const fitted = reduced
    ? await inCoordinates(reduced, train, starts)
    : { paths: train.items.map(({ states }) => states), starts };
  const bound = reduced ? 1e6 : 1e6 * yardstick.sigma;
  const iterated = async (step: MapStep): Promise<ForecastScore> => {
    const paths = fitted.starts.map((start) => iterateMap(step, start, rows, bound));
    const decoded = reduced ? await eachOf(paths, reduced.decode) : paths;
    return score(decoded, yardstick);
  };
  const d = reduced?.latentDimension ?? dimension;
  scores['dmd'] = await iterated(affineStep(fitDmd(fitted.paths, d, grid.every)));
  if (d <= LARGEST_QUADRATIC) {
    scores['map'] = await iterated(fitQuadraticMap(fitted.paths, d, grid.every));
  }
  return scores;
}

interface Paths {
  readonly paths: readonly Float64Array[];
  readonly starts: readonly Float64Array[];
}

async function inCoordinates(
  { encode }: Encoder,
  { items }: Trajectories,
  starts: readonly Float64Array[],
): Promise<Paths> {
  const states = items.map((item) => item.states);
  return { paths: await eachOf(states, encode), starts: await eachOf(starts, encode) };
}

async function eachOf(
  rows: readonly Float64Array[],
  map: (rows: Float64Array) => Promise<Float64Array>,
): Promise<Float64Array[]> {
  const mapped: Float64Array[] = [];
  for (const each of rows) mapped.push(await map(each));
  return mapped;
}

function obstacleToMaps(
  train: Trajectories,
  dimension: number,
  { every, times }: Grid,
): string | null {
  if (dimension > LARGEST) return `${dimension} variables are more than ${LARGEST}`;
  const wanted = uniformInterval(times);
  if (wanted === null) return 'the times are not equally spaced';
  const long = train.items.filter((item) => item.times.length > every);
  if (long.length === 0) return `no training trajectory has more than ${every} rows`;
  const other = long.findIndex((item) => {
    const interval = uniformInterval(item.times);
    return interval === null || Math.abs(interval * every - wanted) > 1e-6 * wanted;
  });
  return other < 0 ? null : 'training and test trajectories are sampled at different intervals';
}
