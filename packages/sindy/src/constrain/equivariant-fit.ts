import { type SymmetryBasis, type Term, invalidArgument } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { targetThresholds } from '../regress/target-thresholds.js';
import { triangularSolve } from '../regress/triangular-solve.js';
import { isFree, without } from './coefficient-space.js';
import { coefficientUnits } from './coefficient-units.js';
import { equivarianceEquations, equivariantBasis } from './equivariance.js';

/** Options of {@link equivariantFit}. */
export interface EquivariantOptions {
  /** Smallest |coefficient| that stays, in the units of the data, also one a target; 0, no thresholding, by default. */
  readonly threshold?: number | readonly number[];
  /** Weight of |LΞ − ΞM|² beside the squared residuals; exact equality when left out. */
  readonly softness?: number;
}

/** Result of {@link equivariantFit}. */
export interface EquivariantResult {
  /** Ξ, row-major targets × terms. */
  readonly coefficients: Float64Array;
  /** Number of free coefficients left after thresholding. */
  readonly free: number;
}

/**
 * Least squares over the coefficients that commute with a symmetry, L Ξ = Ξ M for all generators
 * (Yang et al., NeurIPS 2024): Ξ = Σ βᵢ Qᵢ over an orthonormal basis Q of the solutions. Thresholding keeps
 * the symmetry exact: coefficients below the threshold become equations Ξₜₖ = 0 of the same kind.
 * With `softness` the symmetry is a penalty instead, weighed against the residuals.
 * @param factor R of [Θ | Ẋ], row-major (terms + targets)²
 * @throws NoetherError when a term is not a monomial or nothing but 0 has the symmetry
 */
export function equivariantFit(
  factor: Float64Array,
  terms: readonly Term[],
  basis: SymmetryBasis,
  { threshold = 0, softness }: EquivariantOptions = {},
): EquivariantResult {
  const thresholds = targetThresholds(threshold, basis.dimension);
  if (softness !== undefined && !(softness >= 0 && softness < Infinity)) {
    throw invalidArgument('softness', softness, 'give a number, 0 or more');
  }
  const size = basis.dimension * terms.length;
  const units = coefficientUnits(factor, terms.length, basis.dimension);
  const penalty = softness === undefined ? undefined : equivarianceEquations(terms, basis);
  const scale = Math.sqrt(softness ?? 0);
  let space = penalty ? identityRows(size) : equivariantBasis(terms, basis, units);
  for (;;) {
    if (space.length === 0) return { coefficients: new Float64Array(size), free: 0 };
    const inUnits = solveIn(factor, terms.length, space, units, penalty, scale);
    const coefficients = inUnits.map((value, at) => value * units[at]);
    const dropped = belowThreshold(coefficients, space, thresholds);
    if (dropped.length === 0) return { coefficients, free: space.length / size };
    space = without(space, size, dropped);
  }
}

/** Coefficients below the threshold that the space still allows. */
function belowThreshold(
  coefficients: Float64Array,
  space: Float64Array,
  thresholds: readonly number[],
): number[] {
  const size = coefficients.length;
  const terms = size / thresholds.length;
  return Array.from(coefficients.keys()).filter((at) => {
    return (
      Math.abs(coefficients[at]) < thresholds[Math.floor(at / terms)] && isFree(space, size, at)
    );
  });
}

/** Least squares in the space, in units of the coefficients. */
function solveIn(
  factor: Float64Array,
  terms: number,
  space: Float64Array,
  units: Float64Array,
  penalty: Float64Array | undefined,
  scale: number,
): Float64Array {
  const size = units.length;
  const free = space.length / size;
  const targets = size / terms;
  const width = terms + targets;
  const qr = streamingQr(free + 1);
  const row = new Float64Array(free + 1);
  const apply = (equation: (at: number) => number, right: number): void => {
    for (let vector = 0; vector < free; vector++) {
      let sum = 0;
      for (let at = 0; at < size; at++) {
        const weight = equation(at) * units[at];
        if (weight !== 0) sum += weight * space[vector * size + at];
      }
      row[vector] = sum;
    }
    row[free] = right;
    qr.push(row, 1);
  };
  for (let target = 0; target < targets; target++) {
    for (let from = 0; from < terms; from++) {
      const entry = (at: number): number =>
        Math.floor(at / terms) === target ? factor[from * width + (at % terms)] : 0;
      apply(entry, factor[from * width + terms + target]);
    }
  }
  for (let from = 0; penalty && from < size; from++) {
    apply((at) => scale * penalty[from * size + at], 0);
  }
  const beta = triangularSolve(qr.factor(), free + 1, free, free, 1);
  return Float64Array.from({ length: size }, (_, at) =>
    isFree(space, size, at)
      ? beta.reduce((sum, value, vector) => sum + value * space[vector * size + at], 0)
      : 0,
  );
}

function identityRows(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}
