import { type ForecastScore, type Trajectories, dimensionOf } from '@noether/contracts';
import type { Grid } from './common-grid.js';
import { fitDmd } from './fit-dmd.js';
import { iterateMap } from './iterate-map.js';
import { persistence } from './persistence.js';
import { type Yardstick, score } from './score.js';
import { uniformInterval } from './uniform-interval.js';

/** Above this dimension a least-squares map of the raw coordinates is too large to fit. */
const LARGEST = 128;

/**
 * Scores of `persistence` and, where it can be fitted, of `dmd`.
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
  const map = fitDmd(
    train.items.map((item) => item.states),
    dimension,
    grid.every,
  );
  const bound = 1e6 * yardstick.sigma;
  scores['dmd'] = score(
    starts.map((start) => iterateMap(map, start, rows, bound)),
    yardstick,
  );
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
