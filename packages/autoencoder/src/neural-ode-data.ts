import { NoetherError, type Trajectories } from '@noether/contracts';

/** The units in which a neural ODE is trained. */
export interface Scales {
  /** Mean and standard deviation of each variable. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** Root mean square motion from row to row, in deviations. */
  readonly speed: number;
  /** Time between two rows. */
  readonly interval: number;
}

/** @throws NoetherError when the rows are not equally spaced, alike in all trajectories */
export function scalesOf({ items, names }: Trajectories): Scales {
  const d = names.length;
  const interval = items[0].times[1] - items[0].times[0];
  items.forEach(({ times }, index) => {
    const row = times.findIndex(
      (time, at) => at > 0 && !(Math.abs(time - times[at - 1] - interval) <= 1e-6 * interval),
    );
    if (row < 0) return;
    throw new NoetherError(
      `Trajectory ${index}, row ${row} is not ${interval} after the one before.`,
      {
        code: 'uneven-times',
        argument: `items[${index}].times`,
        value: times[row],
        hint: 'Sample all trajectories at one interval.',
      },
    );
  });
  const rows = items.reduce((sum, { times }) => sum + times.length, 0);
  const mean = new Float64Array(d);
  const square = new Float64Array(d);
  for (const { states } of items) states.forEach((value, at) => (mean[at % d] += value / rows));
  for (const { states } of items) {
    states.forEach((value, at) => (square[at % d] += (value - mean[at % d]) ** 2 / rows));
  }
  const deviation = square.map((value) => Math.sqrt(value) || 1);
  let [motion, count] = [0, 0];
  for (const { states } of items) {
    for (let at = d; at < states.length; at++, count++) {
      motion += ((states[at] - states[at - d]) / deviation[at % d]) ** 2;
    }
  }
  return { mean, deviation, speed: Math.sqrt(motion / Math.max(count, 1)) || 1, interval };
}

/** Windows of horizon + 1 rows, half a window apart, in units of the scales. */
export function windowsOf(
  { items, names }: Trajectories,
  { mean, deviation }: Scales,
  horizon: number,
): Float32Array {
  const d = names.length;
  const stride = Math.max(1, Math.floor(horizon / 2));
  const parts = items.flatMap(({ states }) => {
    const windows: Float32Array[] = [];
    const length = (horizon + 1) * d;
    for (let from = 0; from + length <= states.length; from += stride * d) {
      const window = states.subarray(from, from + length);
      windows.push(
        Float32Array.from(window, (value, at) => (value - mean[at % d]) / deviation[at % d]),
      );
    }
    return windows;
  });
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
