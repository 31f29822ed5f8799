import type { Trajectories } from '@noether/contracts';
import { solveLower, streamingQr } from '@noether/numerics';
import type { Library } from '../library/library.js';
import {
  type SignificanceOptions,
  type SignificantTerms,
  significantTerms,
} from '../regress/significant-terms.js';
import { weakNoise } from './weak-noise.js';
import type { WeakSystem } from './weak-system.js';

/** How often the covariance is computed anew from the coefficients; the terms settle after two. */
const ROUNDS = 3;

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
    const qr = streamingQr(terms + 1);
    let from = 0;
    data.items.forEach((item, index) => {
      const windows = system.windows.filter(({ trajectory }) => trajectory === index);
      if (windows.length === 0) return;
      const { coefficients } = found;
      const lower = weakNoise(item, windows, library, equation, coefficients, noise);
      const rows = rowsOf(system, library, equation, data.names.length, from, windows.length);
      solveLower(lower, windows.length, rows, terms + 1);
      qr.push(rows, windows.length);
      from += windows.length;
    });
    found = significantTerms(qr.factor(), terms, system.rows, allowed, options);
  }
  return found;
}

/** [Θ | y] of some windows, row-major count × (terms + 1). */
function rowsOf(
  { theta, target }: WeakSystem,
  { terms }: Library,
  equation: number,
  d: number,
  from: number,
  count: number,
): Float64Array {
  const p = terms.length;
  const rows = new Float64Array(count * (p + 1));
  for (let row = 0; row < count; row++) {
    rows.set(theta.subarray((from + row) * p, (from + row + 1) * p), row * (p + 1));
    rows[row * (p + 1) + p] = target[(from + row) * d + equation];
  }
  return rows;
}
