import { type ForecastScore, type Trajectories, dimensionOf } from '@noether/contracts';
import type { Grid } from './common-grid.js';
import { affineStep, fitDmd, type MapStep } from './fit-dmd.js';
import { fitQuadraticMap } from './fit-quadratic-map.js';
import { iterateMap } from './iterate-map.js';
import { persistence } from './persistence.js';
import { type Yardstick, score } from './score.js';
import { uniformInterval } from './uniform-interval.js';

/** Above these dimensions a least-squares map of the raw coordinates is too large to fit. */
const LARGEST = 128;
const LARGEST_QUADRATIC = 12;

/**
 * Scores of `persistence` and, where they can be fitted, of `dmd` and of the quadratic `map`.
 * @param note is told why `dmd` was left out
 */
export function baselines(
  train: Trajectories,
  grid: Grid,
  yardstick: Yardstick,
  note: (message: string) => void,
): Record<string, ForecastScore> {
  const { truth, dimension } = yardstick;
  const rows = grid.times.length;
  const starts = truth.map((states) => states.slice(0, dimension));
  const scores: Record<string, ForecastScore> = {
    persistence: score(
      starts.map((start) => persistence(start, rows)),
      yardstick,
    ),
  };
  const obstacle = obstacleToDmd(train, grid);
  if (obstacle !== null) {
    note(`no dmd baseline: ${obstacle}`);
    return scores;
  }
  const paths = train.items.map((item) => item.states);
  const bound = 1e6 * yardstick.sigma;
  const iterated = (step: MapStep): ForecastScore =>
    score(
      starts.map((start) => iterateMap(step, start, rows, bound)),
      yardstick,
    );
  scores['dmd'] = iterated(affineStep(fitDmd(paths, dimension, grid.every)));
  if (dimension <= LARGEST_QUADRATIC) {
    scores['map'] = iterated(fitQuadraticMap(paths, dimension, grid.every));
  }
  return scores;
}

function obstacleToDmd(train: Trajectories, { every, times }: Grid): string | null {
  const d = dimensionOf(train);
  if (d > LARGEST) return `${d} variables are more than ${LARGEST}`;
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
