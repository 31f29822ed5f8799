import type { Context, Term } from '@noether/contracts';
import { firstFew } from './express/first-few.js';
import type { StlsqResult } from './regress/stlsq.js';

/** Tells through the context which equations a regression of the caller's left without any term. */
export function warnOfEmpty(
  coefficients: Float64Array,
  equations: readonly string[],
  context: Context,
): void {
  const terms = coefficients.length / equations.length;
  const empty = equations.filter((_, target) =>
    coefficients.subarray(target * terms, (target + 1) * terms).every((value) => value === 0),
  );
  if (empty.length > 0) warn(context, `the regression left no term in ${firstFew(empty)}`);
}

/** An equation whose terms all fell below its threshold, by its left-hand side as printed. */
export interface EmptiedEquation {
  readonly equation: string;
  readonly threshold: number;
  /** The largest |coefficient| that fell. */
  readonly largest: number;
}

/** Tells through the context which equations a thresholding left without any term, all in one line. */
export function warnOfEmptied(emptied: readonly EmptiedEquation[], context: Context): void {
  if (emptied.length === 0) return;
  const limits = new Set(emptied.map(({ threshold }) => Number(threshold.toPrecision(6))));
  const limit = limits.size === 1 ? [...limits][0] : 'their thresholds';
  const largest = Math.max(...emptied.map((one) => one.largest));
  const which = firstFew(emptied.map(({ equation }) => equation));
  const size = Number(largest.toPrecision(2));
  warn(context, `every term of ${which} fell below ${limit}; the largest was ${size}`);
}

/**
 * Tells through the context what a thresholding left empty, could not tell apart or did not settle: a line for
 * each kind, with the first equations that it concerns.
 * @param equations their left-hand sides, as printed
 */
export function warnOfFit(
  { coefficients, emptied, dependent, converged }: StlsqResult,
  { terms }: { readonly terms: readonly Pick<Term, 'name'>[] },
  equations: readonly string[],
  thresholds: readonly number[],
  maxIterations: number,
  context: Context,
): void {
  const lost = emptied.map(({ target, largest }) => {
    return { equation: equations[target], threshold: thresholds[target], largest };
  });
  warnOfEmptied(lost, context);
  const size = (target: number, term: number): number =>
    Math.abs(coefficients[target * terms.length + term]);
  const held = termsIn(equations, (target) =>
    terms.filter((_, term) => size(target, term) > 0 && size(target, term) < thresholds[target]),
  );
  if (held.length > 0) {
    const which = `the ridge alone held terms above their thresholds: ${firstFew(held, '; ')}`;
    warn(context, `${which}; lower the ridge or give more rows`);
  }
  const left = termsIn(equations, (target) =>
    dependent.filter((item) => item.target === target).map((item) => terms[item.term]),
  );
  if (left.length > 0) {
    const which = `on this data terms cannot be told from others and were left out: ${firstFew(left, '; ')}`;
    warn(context, `${which}; lower the degree or add trajectories`);
  }
  if (!converged) {
    warn(context, `the terms still changed after ${maxIterations} iterations; raise maxIterations`);
  }
}

/** For each equation that the terms concern: `x, y^2 in dx/dt`. */
function termsIn(
  equations: readonly string[],
  termsOf: (target: number) => readonly Pick<Term, 'name'>[],
): string[] {
  return equations.flatMap((equation, target) => {
    const names = termsOf(target).map(({ name }) => name);
    return names.length === 0 ? [] : [`${names.join(', ')} in ${equation}`];
  });
}

function warn(context: Context, message: string): void {
  context.observe({ kind: 'warning', stage: 'equations', message });
}
