import { NoetherError, type Trajectories, invalidArgument } from '@noether/contracts';

/** The times at which all trajectories are compared. */
export interface Grid {
  /** Rows of the data between two times. */
  readonly every: number;
  /** Times since the first row, length T. */
  readonly times: Float64Array;
}

/** Trajectories of up to this many rows, a thousand steps, are compared at all of them when `every` is left out. */
const ROWS = 1001;
/** Longer ones at this many times at most. */
const TIMES = 500;

/**
 * Every `every`-th row up to the end of the shortest trajectory or to `horizon`.
 * @throws NoetherError when the trajectories are not sampled at the same times since their start
 */
export function commonGrid(test: Trajectories, every?: number, horizon: number = Infinity): Grid {
  const [first] = test.items;
  const shortest = Math.min(...test.items.map((item) => item.times.length));
  const since = (row: number): number => first.times[row] - first.times[0];
  const reach = horizon * (1 + 1e-9);
  let rows = shortest;
  while (rows > 1 && since(rows - 1) > reach) rows--;
  if (rows < 2) {
    if (shortest > 1) throw invalidArgument('horizon', horizon, 'it ends before the second row');
    throw invalidArgument('test', shortest, 'every trajectory needs at least 2 rows');
  }
  const stride = every ?? (rows <= ROWS ? 1 : Math.ceil((rows - 1) / (TIMES - 1)));
  if (!Number.isInteger(stride) || stride < 1 || stride >= rows) {
    throw invalidArgument('every', stride, `give a whole number of rows, 1 to ${rows - 1}`);
  }
  const times = Float64Array.from({ length: Math.floor((rows - 1) / stride) + 1 }, (_, index) =>
    since(index * stride),
  );
  test.items.forEach((item, index) => checkTimes(item.times, times, stride, index));
  return { every: stride, times };
}

function checkTimes(own: Float64Array, times: Float64Array, every: number, index: number): void {
  const tolerance = 1e-6 * times[1];
  times.forEach((time, place) => {
    const found = own[place * every] - own[0];
    if (Math.abs(found - time) <= tolerance) return;
    throw new NoetherError(
      `Trajectory ${index}, row ${place * every} is ${found} after its start, ` +
        `the same row of trajectory 0 is ${time}.`,
      {
        code: 'unequal-sampling',
        argument: `test.items[${index}].times`,
        value: found,
        hint: 'Sample all test trajectories at the same times since their start.',
      },
    );
  });
}

/** The states on the grid, row-major T × dimension. */
export function onGrid(
  states: Float64Array,
  dimension: number,
  { every, times }: Grid,
): Float64Array {
  const taken = new Float64Array(times.length * dimension);
  for (let row = 0; row < times.length; row++) {
    const source = row * every * dimension;
    taken.set(states.subarray(source, source + dimension), row * dimension);
  }
  return taken;
}
