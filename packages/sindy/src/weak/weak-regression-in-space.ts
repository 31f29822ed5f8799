import { streamingQr } from '@noether/numerics';
import { isFree, without } from '../constrain/coefficient-space.js';
import { coefficientUnits } from '../constrain/coefficient-units.js';
import { spaceInUnits } from '../constrain/space-in-units.js';
import { triangularSolve } from '../regress/triangular-solve.js';
import { ROUNDS } from './weak-regression.js';
import type { WeakProblem } from './weak-problem.js';
import { weightedFactor } from './weighted-factor.js';

/** What stays; see `SignificanceOptions`, with one threshold for each equation. */
export interface SpaceOptions {
  readonly significance: number;
  readonly thresholds: readonly number[];
}

/**
 * All equations of the weak form at once, with coefficients vec Ξ = Σ βᵢ qᵢ from a linear space, e.g. that of a
 * symmetry: weighted least squares over β, and backward elimination by the standard errors of the entries of Ξ, where
 * dropping an entry makes the space smaller, so that the symmetry stays exact. The coefficients are solved for in
 * units of |ẋ|/|term|, so the scale of the data does not matter.
 * @param space orthonormal rows of length d·p
 * @returns Ξ, row-major d × p
 */
export function weakRegressionInSpace(
  problem: WeakProblem,
  space: Float64Array,
  options: SpaceOptions,
): Float64Array {
  const { data, system, library } = problem;
  const p = library.terms.length;
  const size = data.names.length * p;
  const units = coefficientUnits(system.factor, p, data.names.length);
  const whole = spaceInUnits(space, units);
  let coefficients: Float64Array = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const factors = data.names.map((_, equation) => {
      const own = coefficients.subarray(equation * p, (equation + 1) * p);
      return weightedFactor(problem, equation, own);
    });
    let own = whole;
    for (;;) {
      coefficients = new Float64Array(size);
      if (own.length === 0) break;
      const found = solveInSpace(factors, own, units, system.rows);
      const dropped = weakest(found, own, options);
      if (dropped === undefined) {
        coefficients = found.coefficients;
        break;
      }
      own = without(own, size, [dropped]);
    }
  }
  return coefficients;
}

interface Found {
  readonly coefficients: Float64Array;
  readonly errors: Float64Array;
}

/** The free entry with the smallest ratio below 1. */
function weakest(
  { coefficients, errors }: Found,
  space: Float64Array,
  { significance, thresholds }: SpaceOptions,
): number | undefined {
  const size = coefficients.length;
  const p = size / thresholds.length;
  let least = 1;
  let place: number | undefined;
  coefficients.forEach((value, at) => {
    if (!isFree(space, size, at)) return;
    const inErrors = significance > 0 ? Math.abs(value) / errors[at] / significance : Infinity;
    const threshold = thresholds[Math.floor(at / p)];
    const ratio = Math.min(inErrors, threshold > 0 ? Math.abs(value) / threshold : Infinity);
    if (ratio < least) [least, place] = [ratio, at];
  });
  return place;
}

/** Least squares over β of the space in units, from one factor an equation, with the standard errors of Ξ. */
function solveInSpace(
  factors: readonly Float64Array[],
  space: Float64Array,
  units: Float64Array,
  rows: number,
): Found {
  const size = units.length;
  const p = size / factors.length;
  const free = space.length / size;
  const qr = streamingQr(free + 1);
  const row = new Float64Array(free + 1);
  factors.forEach((factor, target) => {
    for (let from = 0; from <= p; from++) {
      for (let vector = 0; vector < free; vector++) {
        let sum = 0;
        for (let term = from; term < p; term++) {
          const at = target * p + term;
          sum += factor[from * (p + 1) + term] * units[at] * space[vector * size + at];
        }
        row[vector] = sum;
      }
      row[free] = factor[from * (p + 1) + p];
      qr.push(row, 1);
    }
  });
  const triangle = qr.factor();
  const spare = Math.max(rows * factors.length - free, 1);
  const scale = Math.sqrt(Math.max(1, triangle[free * (free + 1) + free] ** 2 / spare));
  const beta = triangularSolve(triangle, free + 1, free, free, 1);
  const coefficients = new Float64Array(size);
  const errors = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const entry = Float64Array.from({ length: free }, (_, vector) => space[vector * size + at]);
    if (!isFree(space, size, at)) continue;
    entry.forEach((value, vector) => (coefficients[at] += beta[vector] * value * units[at]));
    errors[at] = units[at] * scale * inverseLength(triangle, free, entry);
  }
  return { coefficients, errors };
}

/** |R⁻ᵀ q| for the leading block of a triangle; Infinity where the data say nothing. */
function inverseLength(triangle: Float64Array, free: number, q: Float64Array): number {
  const pivots = Array.from({ length: free }, (_, at) => Math.abs(triangle[at * (free + 2)]));
  const limit = 1e-15 * Math.max(...pivots);
  let square = 0;
  for (let row = 0; row < free; row++) {
    let value = q[row];
    for (let earlier = 0; earlier < row; earlier++) {
      value -= triangle[earlier * (free + 1) + row] * q[earlier];
    }
    if (pivots[row] <= limit && Math.abs(value) > 1e-12) return Infinity;
    q[row] = pivots[row] <= limit ? 0 : value / triangle[row * (free + 2)];
    square += q[row] ** 2;
  }
  return Math.sqrt(square);
}
