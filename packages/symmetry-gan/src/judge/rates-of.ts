import type { SymmetryBasis } from '@noether/contracts';
import { eigenvalues } from '@noether/numerics';
import { coefficientSpread } from '../coefficients.js';
import type { CoefficientLaw } from '../options.js';

/** Angle, in standard deviations, from which the fastest rotation reaches all phases. */
const ALL_PHASES = 2;
/** Of generators that turn more slowly, or not at all, the coefficients count as so many times as large, at most. */
const MOST_TIMES = 4;

/** How fast generators turn and stretch the states. */
export interface Rates {
  /** By how much larger coefficients the fastest rotation reaches all phases, 1 … 4. */
  readonly times: number;
  /** e-folds by which a direction grows or shrinks meanwhile, the largest of all. */
  readonly growth: number;
}

/**
 * How many e-folds the generators stretch a direction, or shrink it, while they turn the states once over: the largest
 * |Re λ| times the standard deviation of the coefficients, of larger ones where the fastest rotation goes less than 2 rad by
 * them, up to four times. A law that is invariant under g is so under its
 * powers, so that turning slowly is no excuse, and no bounded law is invariant under any growth.
 */
export function ratesOf({ generators, dimension }: SymmetryBasis, law: CoefficientLaw): Rates {
  const spectrum = generators.flatMap((generator) => eigenvalues(generator, dimension));
  const largest = (part: 're' | 'im'): number =>
    Math.max(...spectrum.map((value) => Math.abs(value[part]))) * coefficientSpread(law);
  const times = Math.min(MOST_TIMES, Math.max(1, ALL_PHASES / largest('im')));
  return { times, growth: largest('re') * times };
}
