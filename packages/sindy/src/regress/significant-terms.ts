import { streamingQr } from '@noether/numerics';
import { columnSquare } from './column-square.js';
import { triangularSolve } from './triangular-solve.js';

/** Options of {@link significantTerms}. */
export interface SignificanceOptions {
  /** Smallest |coefficient| in standard errors that stays. */
  readonly significance: number;
  /** Smallest |coefficient| that stays, in the units of the data. */
  readonly threshold: number;
}

/** Result of {@link significantTerms}. */
export interface SignificantTerms {
  /** Of all terms, 0 where a term was dropped. */
  readonly coefficients: Float64Array;
  /** Standard error of each coefficient, 0 where a term was dropped. */
  readonly errors: Float64Array;
  /** The last term, when all were dropped. */
  readonly lost?: { readonly term: number; readonly value: number; readonly ratio: number };
}

/**
 * Backward elimination by the standard error: starting with all allowed terms, the term with the smallest
 * |coefficient|, in standard errors over `significance` or in the units of the data over `threshold`, is dropped
 * until every ratio is at least 1. The rows of [Θ | y] must be independent and of variance 1; where the residual shows
 * more, the standard errors grow with it.
 * @param factor R of [Θ | y], row-major (terms + 1)²
 * @param rows number of rows that R was made of
 */
export function significantTerms(
  factor: Float64Array,
  terms: number,
  rows: number,
  allowed: readonly number[],
  { significance, threshold }: SignificanceOptions,
): SignificantTerms {
  let support = allowed;
  const [coefficients, errors] = [new Float64Array(terms), new Float64Array(terms)];
  for (;;) {
    if (support.length === 0) return { coefficients, errors };
    const { values, deviations } = solveWithErrors(factor, terms, rows, support);
    const ratios = support.map((_, place) => {
      const size = Math.abs(values[place]);
      const inErrors = significance > 0 ? size / deviations[place] / significance : Infinity;
      return Math.min(inErrors, threshold > 0 ? size / threshold : Infinity);
    });
    const weakest = ratios.reduce((best, ratio, at) => (ratio < ratios[best] ? at : best), 0);
    if (!(ratios[weakest] < 1)) {
      support.forEach((term, place) => {
        coefficients[term] = values[place];
        errors[term] = deviations[place];
      });
      return { coefficients, errors };
    }
    if (support.length === 1) {
      const [value, ratio] = [values[0], Math.abs(values[0]) / deviations[0]];
      return { coefficients, errors, lost: { term: support[0], value, ratio } };
    }
    support = support.filter((_, place) => place !== weakest);
  }
}

/**
 * Least squares on a support, its columns scaled to unit length for the solve; the covariance is (RᵀR)⁻¹ times
 * max(1, RSS/(rows − k)).
 */
function solveWithErrors(
  factor: Float64Array,
  terms: number,
  rows: number,
  support: readonly number[],
): { values: Float64Array; deviations: Float64Array } {
  const k = support.length;
  const qr = streamingQr(k + 1);
  const row = new Float64Array(k + 1);
  const norms = support.map((term) => Math.sqrt(columnSquare(factor, term)) || 1);
  for (let from = 0; from <= terms; from++) {
    support.forEach((term, place) => {
      row[place] = factor[from * (terms + 1) + term] / norms[place];
    });
    row[k] = factor[from * (terms + 1) + terms];
    qr.push(row, 1);
  }
  const triangle = qr.factor();
  const scale = Math.sqrt(Math.max(1, triangle[k * (k + 1) + k] ** 2 / Math.max(rows - k, 1)));
  const scaled = triangularSolve(triangle, k + 1, k, k, 1);
  const values = scaled.map((value, place) => value / norms[place]);
  const pivots = Array.from({ length: k }, (_, at) => Math.abs(triangle[at * (k + 2)]));
  const limit = 1e-15 * Math.max(...pivots);
  const inverse = inverseOf(triangle, k, limit);
  const deviations = Float64Array.from({ length: k }, (_, place) => {
    if (pivots[place] <= limit) return Infinity;
    let square = 0;
    for (let at = place; at < k; at++) square += inverse[place * k + at] ** 2;
    return (scale * Math.sqrt(square)) / norms[place];
  });
  return { values, deviations };
}

/** The inverse of the leading k × k block of a triangle, without the columns whose pivot is not above the limit. */
function inverseOf(triangle: Float64Array, k: number, limit: number): Float64Array {
  const inverse = new Float64Array(k * k);
  for (let column = 0; column < k; column++) {
    if (Math.abs(triangle[column * (k + 2)]) <= limit) continue;
    for (let row = column; row >= 0; row--) {
      let value = row === column ? 1 : 0;
      for (let later = row + 1; later <= column; later++) {
        value -= triangle[row * (k + 1) + later] * inverse[later * k + column];
      }
      const pivot = triangle[row * (k + 2)];
      inverse[row * k + column] = Math.abs(pivot) <= limit ? 0 : value / pivot;
    }
  }
  return inverse;
}
