import type { Integration, TimeField } from '@noether/numerics';
import type { SimulateOptions } from './running-equations.js';

/**
 * x[k+1] = F(x[k], t[k]) from `initial` at `times[0]`, one step from each time to the next; the times only name
 * the steps. Ends with the status `diverged` when a state is not finite or exceeds `bound`.
 */
export function iterateMap(
  step: TimeField,
  initial: ArrayLike<number>,
  times: ArrayLike<number>,
  { bound = Infinity }: SimulateOptions,
): Integration {
  const d = initial.length;
  const states = new Float64Array(times.length * d);
  states.set(Array.from(initial));
  let rows = 1;
  while (rows < times.length) {
    const next = states.subarray(rows * d, (rows + 1) * d);
    step(states.subarray((rows - 1) * d, rows * d), next, times[rows - 1]);
    if (!next.every((value) => Math.abs(value) <= bound && Number.isFinite(value))) break;
    rows++;
  }
  const complete = rows === times.length;
  return {
    states: states.slice(0, rows * d),
    status: complete ? 'complete' : 'diverged',
    reason: complete
      ? ''
      : `The state ${bound < Infinity ? `exceeds the bound ${bound}` : 'is not finite'} at step ${rows}.`,
    steps: rows - 1,
    rejected: 0,
    evaluations: complete ? rows - 1 : rows,
    jacobians: 0,
    events: [],
    reached: times[rows - 1],
    at: (time) => {
      const row = Array.from({ length: rows }, (_, at) => times[at]).findLastIndex(
        (t) => t <= time,
      );
      if (row < 0 || time > times[rows - 1]) {
        throw new RangeError(`time is ${time}; the path is known from ${times[0]} on.`);
      }
      return states.slice(row * d, (row + 1) * d);
    },
  };
}
