import type { MapStep } from './fit-dmd.js';
import { fitMap, type MapFeatures } from './fit-map.js';

/**
 * The map x(row + every) ≈ c + Ax + Σ B_ij xᵢxⱼ with the least squared error over all rows of all
 * trajectories: the simplest discrete map that bends. Directions in which the data do not move get a
 * zero coefficient.
 * @param paths states of the trajectories, each row-major rows × dimension, equally spaced in time
 * @param every rows between a state and the state it is mapped to
 * @throws NoetherError when no trajectory has more than `every` rows
 */
export function fitQuadraticMap(
  paths: readonly Float64Array[],
  dimension: number,
  every = 1,
): MapStep {
  const features = quadratic(dimension);
  const weights = fitMap(paths, dimension, every, features);
  const values = new Float64Array(features.count);
  return (state, next) => {
    features.write(state, values);
    for (let row = 0; row < dimension; row++) {
      let value = 0;
      for (let at = 0; at < values.length; at++) {
        value += weights[row * values.length + at] * values[at];
      }
      next[row] = value;
    }
  };
}

/** 1, xᵢ and xᵢxⱼ with i ≤ j. */
function quadratic(d: number): MapFeatures {
  return {
    count: ((d + 1) * (d + 2)) / 2,
    write: (state, features) => {
      let at = 0;
      features[at++] = 1;
      for (let i = 0; i < d; i++) features[at++] = state[i];
      for (let i = 0; i < d; i++) for (let j = i; j < d; j++) features[at++] = state[i] * state[j];
    },
  };
}
