import { covariance, multiply, symmetricEigen } from '@noether/numerics';

/** Linear features of unit variance that do not correlate, the slowest first. */
export interface SlowFeatures {
  /** A feature in each column, to be multiplied with a centred row; row-major d × d. */
  readonly directions: Float64Array;
  /** Root mean square of the rate of each feature, rising. */
  readonly speeds: Float64Array;
}

/**
 * The linear features of moving rows that change slowest: W with Wᵀ Cov(x) W = I and Wᵀ⟨ẋ ẋᵀ⟩W diagonal and
 * rising (slow feature analysis, Wiskott and Sejnowski, Neural Computation 14:715, 2002). Rates are given
 * rather than taken as differences. States that follow one another in time are neighbours in a slow
 * feature, also where the rows themselves have hardly an entry in common, as frames of a small bright spot.
 * @param states rows × d with a regular covariance, and their time derivatives
 */
export function slowFeatures(
  states: Float64Array,
  velocities: Float64Array,
  d: number,
): SlowFeatures {
  const rows = states.length / d;
  const { values, vectors } = symmetricEigen(covariance(states, rows, d), d);
  const whitening = vectors.map((entry, at) => entry / Math.sqrt(values[at % d]));
  const moving = multiply(velocities, whitening, rows, d, d);
  const rates = symmetricEigen(covariance(moving, rows, d), d);
  return {
    directions: multiply(whitening, rates.vectors, d, d, d),
    speeds: rates.values.map((value) => Math.sqrt(Math.max(value, 0))),
  };
}
