import type { RadauFactors } from './radau-newton.js';
import type { TimeField } from './vector-field.js';

const root6 = Math.sqrt(6);

/** Weights of the stages in the error estimate of order 3. */
const errorWeights = [(-13 - 7 * root6) / 3, (-13 + 7 * root6) / 3, -1 / 3];

/** What the error of one step depends on. */
export interface RadauStep {
  readonly field: TimeField;
  readonly from: number;
  readonly width: number;
  readonly state: Float64Array;
  /** dx/dt at the state. */
  readonly slope: Float64Array;
  /** x(stage) − state, row-major 3 × d. */
  readonly stages: Float64Array;
  readonly factors: RadauFactors;
  /** What an error of 1 is, of each variable. */
  readonly scale: Float64Array;
}

/**
 * The embedded estimate; above 1 it can be filtered once more, after a rejection or in a first step (Hairer and
 * Wanner, Solving ODEs II, (IV.8.20)).
 */
export function radauError(step: RadauStep, filterTwice: boolean): number {
  const { field, from, width, state, slope, stages, factors, scale } = step;
  const d = state.length;
  const weighted = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    for (let stage = 0; stage < 3; stage++) {
      weighted[i] += (errorWeights[stage] * stages[stage * d + i]) / width;
    }
  }
  const filtered = weighted.map((value, i) => value + slope[i]);
  factors.real.solveInPlace(filtered);
  const size = norm(filtered, scale);
  if (!(size > 1 && filterTwice)) return size;
  const probe = state.map((value, i) => value + filtered[i]);
  field(probe, filtered, from);
  for (let i = 0; i < d; i++) filtered[i] += weighted[i];
  factors.real.solveInPlace(filtered);
  return norm(filtered, scale);
}

function norm(values: Float64Array, scale: Float64Array): number {
  return Math.sqrt(values.reduce((sum, v, i) => sum + (v / scale[i]) ** 2, 0) / values.length);
}
