import { restrictedSolve } from './restricted-solve.js';

/**
 * Least squares of one target on some terms, with ridge; the coefficients of all terms, zero outside.
 * @param target which of the columns after the terms, from 0
 */
export function fitSupport(
  factor: Float64Array,
  terms: number,
  target: number,
  support: readonly number[],
  ridge = 0,
): Float64Array {
  const row = new Float64Array(terms);
  if (support.length === 0) return row;
  const { coefficients } = restrictedSolve(factor, terms, support, terms + target, ridge);
  support.forEach((term, place) => (row[term] = coefficients[place]));
  return row;
}
