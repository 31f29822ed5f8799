import { type LuFactors, luInPlace } from '../linalg/lu.js';
import type { TimeField } from './vector-field.js';

const root6 = Math.sqrt(6);

/** Times of the three stages as fractions of the step. */
export const radauNodes: readonly number[] = [(4 - root6) / 10, (4 + root6) / 10, 1];

/** The real eigenvalue and the complex pair α ± iβ of the inverse of the Butcher matrix. */
const gamma = 3 + Math.cbrt(9) - Math.cbrt(3);
const alpha = 3 + (Math.cbrt(3) - Math.cbrt(9)) / 2;
const beta = (3 ** (5 / 6) + 3 ** (7 / 6)) / 2;

/** Eigenvectors T of the inverse of the Butcher matrix, scaled as in RADAU5, and T⁻¹. */
const toStages = [
  [0.09443876248897524, -0.14125529502095421, 0.03002919410514742],
  [0.25021312296533332, 0.20412935229379994, -0.38294211275726192],
  [1, 1, 0],
];
const fromStages = [
  [4.17871859155190428, 0.32768282076106237, 0.52337644549944951],
  [-4.17871859155190428, -0.32768282076106237, 0.47662355450055044],
  [0.50287263494578682, -2.57192694985560522, 0.59603920482822492],
];

const most = 6;

/** Factors of (γ/h)I − J and, as a real matrix of twice the size, of ((α + iβ)/h)I − J. */
export interface RadauFactors {
  readonly width: number;
  readonly real: LuFactors;
  readonly complex: LuFactors;
}

export function radauFactors(jacobian: Float64Array, d: number, width: number): RadauFactors {
  const real = jacobian.map((value) => -value);
  const complex = new Float64Array(4 * d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      complex[i * 2 * d + j] = -jacobian[i * d + j];
      complex[(d + i) * 2 * d + d + j] = -jacobian[i * d + j];
    }
    real[i * d + i] += gamma / width;
    complex[i * 2 * d + i] += alpha / width;
    complex[(d + i) * 2 * d + d + i] += alpha / width;
    complex[i * 2 * d + d + i] = beta / width;
    complex[(d + i) * 2 * d + i] = -beta / width;
  }
  return { width, real: luInPlace(real, d), complex: luInPlace(complex, 2 * d) };
}

/** What the iteration needs to know of the step. */
export interface RadauStep {
  readonly field: TimeField;
  readonly time: number;
  readonly width: number;
  readonly state: Float64Array;
  /** Allowed error of each variable. */
  readonly scale: Float64Array;
  /** The iteration stops when the norm of what is missing is below. */
  readonly tolerance: number;
}

export interface NewtonResult {
  readonly outcome: 'converged' | 'too-slow' | 'not-finite';
  readonly iterations: number;
  /** Ratio of the last two changes. */
  readonly rate: number;
}

/**
 * Simplified Newton iteration for the three stages of Radau IIA, transformed to one real and one
 * complex system (Hairer and Wanner, Solving ODEs II, §IV.8).
 * @param stages 3 × d, the stages minus the state: a guess that is overwritten with the solution
 */
export function radauNewton(
  step: RadauStep,
  { real, complex }: RadauFactors,
  stages: Float64Array,
): NewtonResult {
  const { field, time, width, state, scale, tolerance } = step;
  const d = state.length;
  const slopes = new Float64Array(3 * d);
  const probe = new Float64Array(d);
  const first = new Float64Array(d);
  const pair = new Float64Array(2 * d);
  const transformed = apply(fromStages, stages, d);
  let previous = 0;
  let rate = NaN;
  for (let iteration = 1; iteration <= most; iteration++) {
    for (let stage = 0; stage < 3; stage++) {
      for (let i = 0; i < d; i++) probe[i] = state[i] + stages[stage * d + i];
      const target = slopes.subarray(stage * d, (stage + 1) * d);
      field(probe, target, time + radauNodes[stage] * width);
    }
    const right = apply(fromStages, slopes, d);
    for (let i = 0; i < d; i++) {
      const [w0, w1, w2] = [transformed[i], transformed[d + i], transformed[2 * d + i]];
      first[i] = right[i] - (gamma / width) * w0;
      pair[i] = right[d + i] - (alpha * w1 + beta * w2) / width;
      pair[d + i] = right[2 * d + i] - (alpha * w2 - beta * w1) / width;
    }
    real.solveInPlace(first);
    complex.solveInPlace(pair);
    const change = norm(first, pair, scale);
    if (!Number.isFinite(change)) return { outcome: 'not-finite', iterations: iteration, rate };
    if (previous > 0) rate = change / previous;
    const left = rate ** (most - iteration + 1) / (1 - rate);
    if (rate >= 1 || left * change > tolerance) {
      return { outcome: 'too-slow', iterations: iteration, rate };
    }
    for (let i = 0; i < d; i++) {
      transformed[i] += first[i];
      transformed[d + i] += pair[i];
      transformed[2 * d + i] += pair[d + i];
    }
    stages.set(apply(toStages, transformed, d));
    if (change === 0 || (rate / (1 - rate)) * change < tolerance) {
      return { outcome: 'converged', iterations: iteration, rate };
    }
    previous = change;
  }
  return { outcome: 'too-slow', iterations: most, rate };
}

/** A 3 × 3 matrix times 3 × d. */
function apply(
  matrix: readonly (readonly number[])[],
  rows: Float64Array,
  d: number,
): Float64Array {
  const product = new Float64Array(3 * d);
  for (let row = 0; row < 3; row++) {
    const [a, b, c] = matrix[row];
    for (let i = 0; i < d; i++) {
      product[row * d + i] = a * rows[i] + b * rows[d + i] + c * rows[2 * d + i];
    }
  }
  return product;
}

function norm(first: Float64Array, pair: Float64Array, scale: Float64Array): number {
  const d = scale.length;
  let sum = 0;
  for (let i = 0; i < d; i++) {
    sum += (first[i] / scale[i]) ** 2 + (pair[i] / scale[i]) ** 2 + (pair[d + i] / scale[i]) ** 2;
  }
  return Math.sqrt(sum / (3 * d));
}
