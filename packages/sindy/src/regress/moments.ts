import type { DataRows } from './row-factor.js';

/** Weighted number, mean and spread of the velocities of some rows. */
export interface Moments {
  readonly rows: number;
  /** Rows whose weight is not 0. */
  readonly counted: number;
  /** Σw. */
  readonly weight: number;
  /** Σwẋ / Σw of each velocity, length d. */
  readonly mean: Float64Array;
  /** Σw(ẋ − mean)² of each velocity, length d. */
  readonly square: Float64Array;
}

export function momentsOf(
  { velocities, weights }: DataRows,
  d: number,
  from: number,
  count: number,
): Moments {
  const mean = new Float64Array(d);
  const square = new Float64Array(d);
  let counted = 0;
  let weight = 0;
  for (let row = from; row < from + count; row++) {
    const w = weights ? weights[row] : 1;
    if (w > 0) counted++;
    weight += w;
    for (let target = 0; target < d; target++) mean[target] += w * velocities[row * d + target];
  }
  for (let target = 0; target < d && weight > 0; target++) mean[target] /= weight;
  for (let row = from; row < from + count; row++) {
    const w = weights ? weights[row] : 1;
    for (let target = 0; target < d; target++) {
      square[target] += w * (velocities[row * d + target] - mean[target]) ** 2;
    }
  }
  return { rows: count, counted, weight, mean, square };
}

/** The moments of two sets of rows together (Chan, Golub and LeVeque, The American Statistician 37, 1983). */
export function mergeMoments(left: Moments, right: Moments): Moments {
  const weight = left.weight + right.weight;
  const share = weight > 0 ? right.weight / weight : 0;
  return {
    rows: left.rows + right.rows,
    counted: left.counted + right.counted,
    weight,
    mean: left.mean.map((value, at) => value + (right.mean[at] - value) * share),
    square: left.square.map(
      (value, at) =>
        value + right.square[at] + (right.mean[at] - left.mean[at]) ** 2 * left.weight * share,
    ),
  };
}
