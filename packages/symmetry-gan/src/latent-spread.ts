import { covariance, effectiveRank, symmetricEigen } from '@noether/numerics';

/** How states fill their space. */
export interface LatentSpread {
  /** Mean of the states. */
  readonly mean: Float64Array;
  /** Their covariance, k × k. */
  readonly covariance: Float64Array;
  /**
   * Effective rank exp(−Σ pᵢ ln pᵢ) over the shares pᵢ of the covariance's eigenvalues (Roy and
   * Vetterli 2007): k when round, 1 on a line, 0 when all states are the same.
   */
  readonly rank: number;
  /** Smallest eigenvalue of the covariance over the sum of all; 0 when all states are the same. */
  readonly smallestShare: number;
}

/** Mean, covariance and effective rank of rows of k coordinates, a function of the set of rows. */
export function latentSpread(states: Float64Array, k: number): LatentSpread {
  const rows = states.length / k;
  const mean = new Float64Array(k);
  for (let index = 0; index < states.length; index++) mean[index % k] += states[index] / rows;
  const matrix = covariance(states, rows, k);
  const values = symmetricEigen(matrix, k).values.map((value) => Math.max(value, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return { mean, covariance: matrix, rank: 0, smallestShare: 0 };
  return {
    mean,
    covariance: matrix,
    rank: effectiveRank(values),
    smallestShare: Math.min(...values) / total,
  };
}
