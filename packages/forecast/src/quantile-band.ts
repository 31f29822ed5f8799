import { invalidArgument } from '@noether/contracts';

/** Three curves of one length. */
export interface Band {
  readonly lower: Float64Array;
  readonly middle: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Entry by entry the median of several curves between two quantiles, with linear interpolation between
 * the order statistics (type 7 of Hyndman and Fan, Am. Stat. 50, 1996). Of errors over seeds, or of an
 * ensemble of predicted states.
 * @param curves of one length, at least one
 * @param levels 0.1 and 0.9 by default; 0 and 1 give the extremes
 * @throws NoetherError when there is no curve, lengths differ or the levels are no quantiles in order
 */
export function quantileBand(
  curves: readonly ArrayLike<number>[],
  [low, high]: readonly [low: number, high: number] = [0.1, 0.9],
): Band {
  if (curves.length === 0) throw invalidArgument('curves', curves, 'give at least one');
  const { length } = curves[0];
  const other = curves.findIndex((curve) => curve.length !== length);
  if (other > 0) {
    throw invalidArgument(`curves[${other}]`, curves[other], `all curves need ${length} values`);
  }
  if (!(low >= 0 && low <= high && high <= 1)) {
    throw invalidArgument('levels', [low, high], 'give two quantiles, 0 ≤ low ≤ high ≤ 1');
  }
  const band = {
    lower: new Float64Array(length),
    middle: new Float64Array(length),
    upper: new Float64Array(length),
  };
  const column = new Float64Array(curves.length);
  for (let at = 0; at < length; at++) {
    curves.forEach((curve, index) => (column[index] = curve[at]));
    column.sort();
    band.lower[at] = quantile(column, low);
    band.middle[at] = quantile(column, 0.5);
    band.upper[at] = quantile(column, high);
  }
  return band;
}

function quantile(sorted: Float64Array, level: number): number {
  const place = level * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] === sorted[above]
    ? sorted[below]
    : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
