import { type SymmetryBasis, invalidArgument } from '@noether/contracts';
import { type EquationThresholds, equationThresholds } from '../equation-thresholds.js';
import type { Regression } from '../regress/regression.js';
import { type CoefficientConstraint, constraintRows } from './coefficient-constraint.js';
import { constrainedStlsq, type ConstrainedStlsqOptions } from './constrained-stlsq.js';
import { equivariantFit, type EquivariantOptions } from './equivariant-fit.js';

/** Options with the threshold of each equation by the name of its variable. */
type NamedThresholds<Options> = Omit<Options, 'threshold'> & {
  /** Smallest |coefficient| that stays, for all equations or by the name of the variable. */
  readonly threshold?: EquationThresholds;
};

/**
 * {@link constrainedStlsq} for `fitEquations`, with constraints by name:
 * `fitEquations(data, { regression: withConstraints([fix('y', 'x z', -1)]) }, context)`.
 */
export function withConstraints(
  constraints: readonly CoefficientConstraint[],
  { threshold, ...options }: NamedThresholds<Omit<ConstrainedStlsqOptions, 'allowed'>> = {},
): Regression {
  return ({ factor, library, equations, allowed }) => {
    const rows = constraintRows(constraints, library, equations);
    const thresholds = equationThresholds(equations, threshold);
    const settings = { ...options, threshold: thresholds, allowed };
    return constrainedStlsq(factor, library.terms.length, equations.length, rows, settings);
  };
}

/**
 * {@link equivariantFit} for `fitEquations`: coefficients that commute with all generators, exactly, or with
 * `softness` nearly.
 */
export function withSymmetry(
  basis: SymmetryBasis,
  { threshold, ...options }: NamedThresholds<EquivariantOptions> = {},
): Regression {
  return ({ factor, library, equations, allowed }) => {
    const { terms } = library;
    if (allowed.some((list) => list.length < terms.length)) {
      throw invalidArgument('exclude', allowed, 'a symmetry takes all terms of the library');
    }
    const thresholds = equationThresholds(equations, threshold, 0);
    return equivariantFit(factor, terms, basis, { ...options, threshold: thresholds }).coefficients;
  };
}
