import type { Trajectories } from '@noether/contracts';
import type { Library } from '../library/library.js';
import {
  type SignificanceOptions,
  type SignificantTerms,
  significantTerms,
} from '../regress/significant-terms.js';
import type { WeakSystem } from './weak-system.js';
import { weightedFactor } from './weighted-factor.js';

/** How often the covariance is computed anew from the coefficients; the terms settle after two. */
export const ROUNDS = 3;

/**
 * The terms of one equation of the weak form: least squares weighted by the covariance of its residuals, which
 * overlapping windows share noise in, and backward elimination by the standard errors; by turns, because the
 * covariance depends on the coefficients.
 * @param noise standard deviation of the noise of each variable
 */
export function weakRegression(
  data: Trajectories,
  system: WeakSystem,
  library: Library,
  equation: number,
  allowed: readonly number[],
  noise: readonly number[],
  options: SignificanceOptions,
): SignificantTerms {
  const terms = library.terms.length;
  let found: SignificantTerms = {
    coefficients: new Float64Array(terms),
    errors: new Float64Array(terms),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const { coefficients } = found;
    const factor = weightedFactor(data, system, library, equation, coefficients, noise);
    found = significantTerms(factor, terms, system.rows, allowed, options);
  }
  return found;
}
