import { invalidArgument } from '@noether/contracts';
import { fitSupport } from './fit-support.js';
import { residualSquare } from './residual.js';
import { type Supports, supportsOf } from './support.js';
import { unlimited, withoutRounding } from './without-rounding.js';

/** Options of {@link ssr}. */
export interface SsrOptions {
  /** α in |Θw − y|² + α|w|² while terms are dropped; 0.05 by default. */
  readonly ridge?: number;
  /** `coefficient` drops the smallest |w|, `residual` the term that is missed least; coefficient by default. */
  readonly criterion?: 'coefficient' | 'residual';
  /** The terms that each target may use; all when left out. */
  readonly allowed?: Supports;
}

/** A model of a sequence of models; matrices are row-major targets × terms. */
export interface ModelStep {
  readonly coefficients: Float64Array;
  /** Σ of the squared residuals of all targets. */
  readonly residual: number;
}

/** Result of {@link ssr}. */
export interface SsrResult {
  /** The chosen model, fitted by least squares, without what is rounding error. */
  readonly coefficients: Float64Array;
  /** All models from the full one to one term a target. */
  readonly steps: readonly ModelStep[];
  /** Which of the steps was chosen. */
  readonly chosen: number;
}

/**
 * Stepwise sparse regression (Boninsegna, Nüske and Clementi, J. Chem. Phys. 148, 2018): starting from
 * all terms, each target loses one term a step. Chosen is the step before the residual rises by the
 * largest factor; its terms are fitted again without ridge. As all targets have as many terms as the one that
 * needs most, what remains as rounding error in the others, |w|·|θ| < 1e-10·|y|, is left out in the end.
 * @param factor R of [Θ | Y], row-major (terms + targets)²
 */
export function ssr(
  factor: Float64Array,
  terms: number,
  targets: number,
  options: SsrOptions = {},
): SsrResult {
  const { ridge = 0.05, criterion = 'coefficient' } = options;
  if (!(ridge >= 0 && ridge < Infinity)) {
    throw invalidArgument('ridge', ridge, 'give a number, 0 or more');
  }
  let supports = supportsOf(terms, targets, options.allowed);
  const visited: Supports[] = [];
  const steps: ModelStep[] = [];
  for (;;) {
    const rows = supports.map((support, target) =>
      fitSupport(factor, terms, target, support, ridge),
    );
    visited.push(supports);
    steps.push(modelStep(factor, terms, rows));
    if (supports.every((support) => support.length <= 1)) break;
    supports = supports.map((support, target) =>
      support.length <= 1
        ? support
        : criterion === 'coefficient'
          ? withoutSmallest(support, rows[target])
          : withoutLeastMissed(factor, terms, target, support, ridge),
    );
  }
  const chosen = beforeLargestRise(steps);
  const best = visited[chosen].map((support, target) => fitSupport(factor, terms, target, support));
  const { coefficients } = modelStep(factor, terms, best);
  return { coefficients: withoutRounding(factor, coefficients, unlimited(targets)), steps, chosen };
}

/** The rows of all targets as one model. */
export function modelStep(
  factor: Float64Array,
  terms: number,
  rows: readonly Float64Array[],
): ModelStep {
  const coefficients = new Float64Array(rows.length * terms);
  rows.forEach((row, target) => coefficients.set(row, target * terms));
  const residuals = rows.map((row, target) => residualSquare(factor, row, terms + target));
  return { coefficients, residual: residuals.reduce((sum, value) => sum + value, 0) };
}

function withoutSmallest(support: readonly number[], row: Float64Array): readonly number[] {
  const smallest = support.reduce((best, term) =>
    Math.abs(row[term]) < Math.abs(row[best]) ? term : best,
  );
  return support.filter((term) => term !== smallest);
}

function withoutLeastMissed(
  factor: Float64Array,
  terms: number,
  target: number,
  support: readonly number[],
  ridge: number,
): readonly number[] {
  const without = support.map((out) => support.filter((term) => term !== out));
  const residuals = without.map((rest) =>
    residualSquare(factor, fitSupport(factor, terms, target, rest, ridge), terms + target),
  );
  return without[residuals.indexOf(Math.min(...residuals))];
}

function beforeLargestRise(steps: readonly ModelStep[]): number {
  let chosen = 0;
  let largest = -Infinity;
  for (let step = 0; step + 1 < steps.length; step++) {
    const rise = steps[step + 1].residual / (steps[step].residual || Number.MIN_VALUE);
    if (rise > largest) [largest, chosen] = [rise, step];
  }
  return chosen;
}
