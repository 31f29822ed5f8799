import { type SymmetryBasis, invalidArgument } from '@noether/contracts';
import type { Regression } from '../regress/regression.js';
import { type CoefficientConstraint, constraintRows } from './coefficient-constraint.js';
import { constrainedStlsq, type ConstrainedStlsqOptions } from './constrained-stlsq.js';
import { equivariantFit, type EquivariantOptions } from './equivariant-fit.js';

/**
 * {@link constrainedStlsq} for `fitEquations`, with constraints by name:
 * `fitEquations(data, { regression: withConstraints([fix('y', 'x z', -1)]) }, context)`.
 */
export function withConstraints(
  constraints: readonly CoefficientConstraint[],
  options: Omit<ConstrainedStlsqOptions, 'allowed'> = {},
): Regression {
  return ({ factor, library, equations, allowed }) => {
    const rows = constraintRows(constraints, library, equations);
    const settings = { ...options, allowed };
    return constrainedStlsq(factor, library.terms.length, equations.length, rows, settings);
  };
}

/**
 * {@link equivariantFit} for `fitEquations`: coefficients that commute with all generators, exactly, or with
 * `softness` nearly.
 */
export function withSymmetry(basis: SymmetryBasis, options: EquivariantOptions = {}): Regression {
  return ({ factor, library, allowed }) => {
    const { terms } = library;
    if (allowed.some((list) => list.length < terms.length)) {
      throw invalidArgument('exclude', allowed, 'a symmetry takes all terms of the library');
    }
    return equivariantFit(factor, terms, basis, options).coefficients;
  };
}
