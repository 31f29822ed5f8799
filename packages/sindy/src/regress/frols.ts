import { invalidArgument } from '@noether/contracts';
import { fitSupport } from './fit-support.js';
import { residualSquare } from './residual.js';
import { type Supports, supportsOf } from './support.js';
import { type ModelStep, modelStep } from './ssr.js';
import { unlimited, withoutRounding } from './without-rounding.js';

/** Options of {@link frols}. */
export interface FrolsOptions {
  /** Most terms a target may get; all by default. */
  readonly maxTerms?: number;
  /** A term is taken only while it explains at least this fraction of |y|²; 1e-6 by default. */
  readonly tolerance?: number;
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/** Result of {@link frols}; matrices are row-major targets × terms. */
export interface FrolsResult {
  /** The last model without what is rounding error, |w|·|θ| < 1e-10·|y|. */
  readonly coefficients: Float64Array;
  /** The models with 1, 2, … terms a target. */
  readonly steps: readonly ModelStep[];
  /** The terms of each target in the order in which they were taken. */
  readonly order: readonly (readonly number[])[];
}

/**
 * Forward regression by orthogonal least squares (Chen, Billings and Luo, Int. J. Control 50, 1989):
 * each target takes the term that reduces its residual most, until no term explains `tolerance` of |y|².
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 */
export function frols(
  factor: Float64Array,
  terms: number,
  targets: number,
  options: FrolsOptions = {},
): FrolsResult {
  const { maxTerms = terms, tolerance = 1e-6 } = options;
  if (!Number.isInteger(maxTerms) || maxTerms < 1) {
    throw invalidArgument('maxTerms', maxTerms, 'give a whole number, 1 or more');
  }
  if (!(tolerance >= 0)) throw invalidArgument('tolerance', tolerance, 'give a number, 0 or more');
  const supports = supportsOf(terms, targets, options.allowed);
  const order = supports.map((support, target) =>
    forward(factor, terms, target, support, maxTerms, tolerance),
  );
  const longest = Math.max(1, ...order.map((taken) => taken.length));
  const steps = Array.from({ length: longest }, (_, step) =>
    modelStep(
      factor,
      terms,
      order.map((taken, target) => fitSupport(factor, terms, target, ascending(taken, step + 1))),
    ),
  );
  const last = steps[steps.length - 1].coefficients;
  return { coefficients: withoutRounding(factor, last, unlimited(targets)), steps, order };
}

const ascending = (taken: readonly number[], length: number): number[] =>
  taken.slice(0, length).sort((a, b) => a - b);

function forward(
  factor: Float64Array,
  terms: number,
  target: number,
  candidates: readonly number[],
  maxTerms: number,
  tolerance: number,
): readonly number[] {
  const column = terms + target;
  const residualOf = (support: readonly number[]): number =>
    residualSquare(
      factor,
      fitSupport(factor, terms, target, ascending(support, support.length)),
      column,
    );
  const total = residualOf([]);
  const taken: number[] = [];
  let residual = total;
  while (taken.length < Math.min(maxTerms, candidates.length)) {
    const left = candidates.filter((term) => !taken.includes(term));
    const residuals = left.map((term) => residualOf([...taken, term]));
    const best = Math.min(...residuals);
    if (residual - best < tolerance * total || residual === best) break;
    taken.push(left[residuals.indexOf(best)]);
    residual = best;
  }
  return taken;
}
