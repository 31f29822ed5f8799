import { checkSamples } from '../differentiate/check-samples.js';
import { cubicCurvatures } from './cubic-curvatures.js';

/** How values between samples are found; see {@link interpolate}. */
export type Interpolation = 'hold' | 'linear' | 'cubic';

/** Writes the values at a time. */
export type Signal = (time: number, values: Float64Array) => void;

/**
 * A function of time through samples: `hold` keeps each value until the next sample (zero-order hold),
 * `linear` joins them by straight lines, `cubic` by the cubic spline that is "not a knot" at the second
 * and the last but one sample, so that cubic polynomials are exact. Before the first and after the last sample
 * the first and the last value stay.
 * @param times strictly increasing, length T, 1 or more
 * @param values row-major T × columns
 * @throws RangeError when lengths do not match, times do not increase or the kind is unknown
 */
export function interpolate(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
  kind: Interpolation,
): Signal {
  const rows = checkSamples(times, values, columns);
  if (rows === 0) throw new RangeError('times is empty; give at least one sample.');
  if (kind !== 'hold' && kind !== 'linear' && kind !== 'cubic') {
    throw new RangeError(`interpolation is ${String(kind)}; give hold, linear or cubic.`);
  }
  const curvatures = kind === 'cubic' ? cubicCurvatures(times, values, columns) : undefined;
  const at = (row: number, column: number): number => values[row * columns + column];
  return (time, target) => {
    const row = rowBefore(times, rows, time);
    const outside = row < 0 || row === rows - 1;
    const left = Math.max(row, 0);
    const gap = outside ? 1 : times[left + 1] - times[left];
    const b = outside ? 0 : (time - times[left]) / gap;
    for (let column = 0; column < columns; column++) {
      const start = at(left, column);
      if (outside || kind === 'hold') {
        target[column] = start;
        continue;
      }
      target[column] = start + b * (at(left + 1, column) - start);
      if (!curvatures) continue;
      const [from, to] = [left * columns + column, (left + 1) * columns + column];
      const a = 1 - b;
      const bend = (a * a * a - a) * curvatures[from] + (b * b * b - b) * curvatures[to];
      target[column] += (bend * gap * gap) / 6;
    }
  };
}

/** The last row whose time is not after `time`; −1 when all are. */
function rowBefore(times: ArrayLike<number>, rows: number, time: number): number {
  let [low, high] = [-1, rows - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (times[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
