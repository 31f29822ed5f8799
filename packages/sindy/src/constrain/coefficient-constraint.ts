import { invalidArgument } from '@noether/contracts';
import type { Library } from '../library/library.js';

/** One coefficient of a system by name: that of `term` in the equation of `equation`. */
export interface CoefficientName {
  /** The variable whose derivative the equation gives. */
  readonly equation: string;
  readonly term: string;
  /** What multiplies the coefficient in the constraint; 1 when left out. */
  readonly factor?: number;
}

/** Σ factor·coefficient = bound, or ≤ bound. */
export interface CoefficientConstraint {
  readonly kind: 'equal' | 'at-most';
  readonly parts: readonly CoefficientName[];
  readonly bound: number;
}

/** The coefficient of `term` in d`equation`/dt is `value`: `fix('y', 'x z', -1)`. */
export function fix(equation: string, term: string, value: number): CoefficientConstraint {
  return { kind: 'equal', parts: [{ equation, term }], bound: value };
}

/** Σ factor·coefficient = `value`; for two opposite coefficients give the factors 1 and 1 and the value 0. */
export function equal(parts: readonly CoefficientName[], value: number): CoefficientConstraint {
  return { kind: 'equal', parts, bound: value };
}

/** Σ factor·coefficient ≤ `bound`. */
export function atMost(parts: readonly CoefficientName[], bound: number): CoefficientConstraint {
  return { kind: 'at-most', parts, bound };
}

/** Σ factor·coefficient ≥ `bound`. */
export function atLeast(parts: readonly CoefficientName[], bound: number): CoefficientConstraint {
  const negative = parts.map((part) => ({ ...part, factor: -(part.factor ?? 1) }));
  return { kind: 'at-most', parts: negative, bound: -bound };
}

/** Constraints on vec Ξ, row-major targets × terms: each row of numbers belongs to one bound. */
export interface ConstraintRows {
  readonly equalities: readonly Float64Array[];
  readonly equalityBounds: readonly number[];
  readonly inequalities: readonly Float64Array[];
  readonly inequalityBounds: readonly number[];
}

/**
 * Constraints by name as rows over all coefficients of a library.
 * @throws NoetherError that names an equation or a term that does not exist
 */
export function constraintRows(
  constraints: readonly CoefficientConstraint[],
  { terms }: Library,
  equations: readonly string[],
): ConstraintRows {
  const rowOf = ({ parts }: CoefficientConstraint): Float64Array => {
    const row = new Float64Array(equations.length * terms.length);
    for (const { equation, term, factor = 1 } of parts) {
      const target = equations.indexOf(equation);
      if (target < 0) {
        throw invalidArgument('equation', equation, `the equations are ${equations.join(', ')}`);
      }
      const column = terms.findIndex(({ name }) => name === term);
      if (column < 0) {
        const names = terms.map(({ name }) => name).join(', ');
        throw invalidArgument('term', term, `the library has ${names}`);
      }
      row[target * terms.length + column] += factor;
    }
    return row;
  };
  const equalities = constraints.filter(({ kind }) => kind === 'equal');
  const inequalities = constraints.filter(({ kind }) => kind === 'at-most');
  return {
    equalities: equalities.map(rowOf),
    equalityBounds: equalities.map(({ bound }) => bound),
    inequalities: inequalities.map(rowOf),
    inequalityBounds: inequalities.map(({ bound }) => bound),
  };
}
