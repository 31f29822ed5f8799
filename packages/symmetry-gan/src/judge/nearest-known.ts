import { nearestDistances, mean } from '@noether/numerics';
import type { Compared } from './judge-action.js';

/** How far windows are from those that were learned from, next to what such a distance can be measured by. */
export interface NearestKnown extends Compared {
  /** How far rounding alone puts a window from those that can be recorded; 0 for data that are not rounded. */
  readonly rounding: number;
  /** Root mean square distance of two windows that have nothing to do with each other. */
  readonly unrelated: number;
}

/** Windows as features, row-major n × width. */
export interface ComparedWindows {
  readonly transformed: Float64Array;
  /** The same windows through the autoencoder alone, and as they are. */
  readonly reconstructed: Float64Array;
  readonly data: Float64Array;
}

/** Share of the largest number in a column up to which two numbers are one, written in single precision. */
const SAME = 1e-6;
/** Standard deviations up to which a step between the numbers of a column is rounding; those beyond are a few values. */
const LARGEST_STEP = 0.5;

/** Mean distances to the nearest of the known windows. @param known row-major m × width, m ≥ 1 */
export function nearestKnown(
  { transformed, reconstructed, data }: ComparedWindows,
  known: Float64Array,
  width: number,
): NearestKnown {
  const distance = (rows: Float64Array): number => mean(nearestDistances(rows, known, width));
  const count = known.length / width;
  let [variance, rounded] = [0, 0];
  for (let column = 0; column < width; column++) {
    const values = Float64Array.from({ length: count }, (_, row) => known[row * width + column]);
    const own = varianceOf(values);
    variance += own;
    const step = stepOf(values);
    if (step <= LARGEST_STEP * Math.sqrt(own)) rounded += step ** 2 / 12;
  }
  return {
    transformed: distance(transformed),
    reconstructed: distance(reconstructed),
    data: distance(data),
    rounding: Math.sqrt(rounded),
    unrelated: Math.sqrt(2 * variance),
  };
}

function varianceOf(values: Float64Array): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

/** The smallest step between different numbers: that of rounded ones, and next to nothing where they are not. */
function stepOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const same = SAME * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
  let step = Infinity;
  for (let at = 1; at < sorted.length; at++) {
    const gap = sorted[at] - sorted[at - 1];
    if (gap > same && gap < step) step = gap;
  }
  return step;
}
