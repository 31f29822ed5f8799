import { type Supports, supportsOf } from '../regress/support.js';
import { targetThresholds } from '../regress/target-thresholds.js';
import type { ConstraintRows } from './coefficient-constraint.js';
import { constrainedLeastSquares } from './constrained-least-squares.js';

/** Options of {@link constrainedStlsq}. */
export interface ConstrainedStlsqOptions {
  /** Smallest |coefficient| that stays, in the units of the data, also one a target; 0.1 by default. */
  readonly threshold?: number | readonly number[];
  /** 0.05 by default; the last fit is without. */
  readonly ridge?: number;
  readonly allowed?: Supports;
}

/**
 * Sequential thresholding in which every fit satisfies the constraints exactly. Coefficients that a
 * constraint names are never dropped.
 * @returns Ξ, row-major targets × terms
 * @throws NoetherError when the constraints contradict each other
 */
export function constrainedStlsq(
  factor: Float64Array,
  terms: number,
  targets: number,
  constraints: ConstraintRows,
  { threshold = 0.1, ridge = 0.05, allowed }: ConstrainedStlsqOptions = {},
): Float64Array {
  const thresholds = targetThresholds(threshold, targets);
  const rows = [...constraints.equalities, ...constraints.inequalities];
  const bound = (at: number): boolean => rows.some((row) => row[at] !== 0);
  let supports = supportsOf(terms, targets, allowed);
  for (;;) {
    const fit = constrainedLeastSquares(factor, terms, targets, constraints, {
      ridge,
      allowed: supports,
    });
    const next = supports.map((support, target) =>
      support.filter((term) => {
        const at = target * terms + term;
        return Math.abs(fit[at]) >= thresholds[target] || bound(at);
      }),
    );
    const dropped = next.some((support, target) => support.length < supports[target].length);
    supports = next;
    if (!dropped) break;
  }
  return constrainedLeastSquares(factor, terms, targets, constraints, { allowed: supports });
}
