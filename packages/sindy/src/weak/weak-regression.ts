import {
  type SignificanceOptions,
  type SignificantTerms,
  significantTerms,
} from '../regress/significant-terms.js';
import type { WeakProblem } from './weak-problem.js';
import { weightedFactor } from './weighted-factor.js';

/** How often the covariance is computed anew from the coefficients; the terms settle after two. */
export const ROUNDS = 3;

/**
 * The terms of one equation of the weak form: least squares weighted by the covariance of its residuals, which
 * overlapping windows share noise in, and backward elimination by the standard errors; by turns, because the
 * covariance depends on the coefficients.
 */
export function weakRegression(
  problem: WeakProblem,
  equation: number,
  allowed: readonly number[],
  options: SignificanceOptions,
): SignificantTerms {
  const { system, library } = problem;
  const terms = library.terms.length;
  let found: SignificantTerms = {
    coefficients: new Float64Array(terms),
    errors: new Float64Array(terms),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const { coefficients } = found;
    const factor = weightedFactor(problem, equation, coefficients);
    found = significantTerms(factor, terms, system.rows, allowed, options);
  }
  return found;
}
