import type { Context, Term } from '@noether/contracts';
import type { StlsqResult } from './regress/stlsq.js';

/** Tells through the context which equations a regression of the caller's left without any term. */
export function warnOfEmpty(
  coefficients: Float64Array,
  equations: readonly string[],
  context: Context,
): void {
  const terms = coefficients.length / equations.length;
  equations.forEach((equation, target) => {
    const row = coefficients.subarray(target * terms, (target + 1) * terms);
    if (row.some((value) => value !== 0)) return;
    const message = `the regression left no term in ${equation}`;
    context.observe({ kind: 'warning', stage: 'equations', message });
  });
}

/**
 * Tells through the context what a thresholding left empty, could not tell apart or did not settle.
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
  const tell = (message: string): void =>
    context.observe({ kind: 'warning', stage: 'equations', message });
  for (const { target, largest } of emptied) {
    const size = Number(largest.toPrecision(2));
    const limit = Number(thresholds[target].toPrecision(6));
    tell(`every term of ${equations[target]} fell below ${limit}; the largest was ${size}`);
  }
  equations.forEach((equation, target) => {
    const row = coefficients.subarray(target * terms.length, (target + 1) * terms.length);
    const small = terms.filter(
      (_, term) => row[term] !== 0 && Math.abs(row[term]) < thresholds[target],
    );
    if (small.length > 0) {
      tell(
        `in ${equation} the ridge alone held ${small.map(({ name }) => name).join(', ')} above ` +
          `${Number(thresholds[target].toPrecision(6))}; lower the ridge or give more rows`,
      );
    }
    const names = dependent
      .filter((item) => item.target === target)
      .map((item) => terms[item.term].name);
    if (names.length > 0) {
      tell(
        `in ${equation} ${names.join(', ')} cannot be told from the other terms on this data ` +
          'and was left out; lower the degree or add trajectories',
      );
    }
  });
  if (!converged) {
    tell(`the terms still changed after ${maxIterations} iterations; raise maxIterations`);
  }
}
