import { solveLower, streamingQr } from '@noether/numerics';
import type { Library } from '../library/library.js';
import { weakNoise } from './weak-noise.js';
import type { WeakProblem } from './weak-problem.js';
import type { WeakSystem } from './weak-system.js';

/**
 * R of [Θ | y] of one equation of the weak form, its rows made independent and of variance 1 by the covariance that
 * the noise has with given coefficients; row-major (terms + 1)².
 */
export function weightedFactor(
  { data, system, library, noise }: WeakProblem,
  equation: number,
  coefficients: Float64Array,
): Float64Array {
  const terms = library.terms.length;
  const qr = streamingQr(terms + 1);
  let from = 0;
  data.items.forEach((item, index) => {
    const windows = system.windows.filter(({ trajectory }) => trajectory === index);
    if (windows.length === 0) return;
    const lower = weakNoise(item, windows, library, equation, coefficients, noise);
    const rows = rowsOf(system, library, equation, data.names.length, from, windows.length);
    solveLower(lower, windows.length, rows, terms + 1);
    qr.push(rows, windows.length);
    from += windows.length;
  });
  return qr.factor();
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
