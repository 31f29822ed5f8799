import { fitMap } from './fit-map.js';

/** An affine map x ↦ Ax + b. */
export interface AffineMap {
  /** A, row-major d × d. */
  readonly matrix: Float64Array;
  /** b, length d. */
  readonly offset: Float64Array;
}

/**
 * Dynamic mode decomposition with a constant (Schmid, J. Fluid Mech. 656, 2010): the affine map with
 * least Σ |x(row + every) − A x(row) − b|² over all rows of all trajectories. Directions in which the data
 * do not move get a zero coefficient.
 * @param paths states of the trajectories, each row-major rows × dimension, equally spaced in time
 * @param every rows between a state and the state it is mapped to
 * @throws NoetherError when no trajectory has more than `every` rows
 */
export function fitDmd(paths: readonly Float64Array[], dimension: number, every = 1): AffineMap {
  const d = dimension;
  const weights = fitMap(paths, d, every, {
    count: d + 1,
    write: (state, features) => {
      features.set(state);
      features[d] = 1;
    },
  });
  return {
    matrix: weights.filter((_, at) => at % (d + 1) < d),
    offset: weights.filter((_, at) => at % (d + 1) === d),
  };
}

/** x ↦ Ax + b as a function that writes the next state. */
export function affineStep({ matrix, offset }: AffineMap): MapStep {
  const d = offset.length;
  return (state, next) => {
    for (let row = 0; row < d; row++) {
      let value = offset[row];
      for (let column = 0; column < d; column++) value += matrix[row * d + column] * state[column];
      next[row] = value;
    }
  };
}

/** One step of a discrete map: writes the state after `state` into `next`. */
export type MapStep = (state: Float64Array, next: Float64Array) => void;
