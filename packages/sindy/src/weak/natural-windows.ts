import type { Trajectory } from '@noether/contracts';
import { correlationTime } from '@noether/numerics';
import type { Window } from './weak-system.js';

const MOST = 400;

/**
 * Windows of the length that the data suggest: half a window is the time in which the autocorrelation of the
 * variables falls to one half, at least 8 rows; a window starts every quarter of that, 400 at most. A
 * trajectory of fewer than 5 rows has none.
 */
export function naturalWindows({ times, states }: Trajectory): readonly Window[] {
  const rows = times.length;
  if (rows < 5) return [];
  const length = times[rows - 1] - times[0];
  const interval = length / (rows - 1);
  const natural = correlationTime(times, states, states.length / rows);
  const half = Math.min(Math.max(natural, 8 * interval), length / 2);
  const free = length - 2 * half;
  const count = Math.min(MOST, Math.floor((4 * free) / half) + 1);
  const slack = 1e-9 * length;
  let [first, last] = [0, 0];
  return Array.from({ length: count }, (_, index): Window => {
    const from = times[0] + (count === 1 ? 0 : (index * free) / (count - 1));
    while (times[first] < from - slack) first++;
    while (last + 1 < rows && times[last + 1] <= from + 2 * half + slack) last++;
    return [first, last];
  });
}
