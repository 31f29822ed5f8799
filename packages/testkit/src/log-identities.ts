import { adjointOfAlgebra, combine, type Group } from '@noether/lie-algebra';
import { eigenvalues, logm } from '@noether/numerics';
import type { Identity } from './exponential-identities.js';
import { hasNoLogarithm } from './has-no-logarithm.js';
import type { GroupSample } from './group-sample.js';
import { difference } from './residual.js';

/** What the logarithm of a group fulfils, whether it is a closed form or the generic one. */
export const logIdentities: readonly Identity[] = [
  [
    'exp(log g) = g, near and far',
    (group, a) => {
      const found = logOrNull(group, a.element);
      return found ? difference(group.exp(found), a.element) : Infinity;
    },
    1e-9,
  ],
  [
    'log exp(A) = A for ‖A‖ < π',
    (group, a) => {
      const norm = Math.hypot(...a.matrix);
      return roundTrip(group, a, norm < 3 ? 1 : 3 / norm);
    },
  ],
  [
    'log exp(A) = A where the largest angle is π − 1e-6 and exp is regular',
    (group, a) => {
      const { generators, size } = group;
      const factor = (Math.PI - 1e-6) / largestAngle(a.matrix, size);
      if (factor * Math.hypot(...a.matrix) > 8) return 0;
      const algebra = adjointOfAlgebra(generators, a.coefficients, size);
      const isRegular = factor * largestAngle(algebra, group.dimension) < 2 * Math.PI - 0.1;
      return isRegular ? roundTrip(group, a, factor) : 0;
    },
    1e-8,
  ],
  [
    'log agrees with the principal logarithm of the matrix',
    (group, a) => {
      const factor = 1 / (1 + Math.hypot(...a.matrix));
      const element = group.exp(a.coefficients.map((entry) => factor * entry));
      const found = logOrNull(group, element);
      if (!found) return Infinity;
      return difference(combine(group.generators, found), logm(element, group.size));
    },
  ],
];

function largestAngle(matrix: Float64Array, n: number): number {
  return Math.max(...eigenvalues(matrix, n).map(({ im }) => im));
}

function roundTrip(group: Group, { coefficients }: GroupSample, factor: number): number {
  const expected = coefficients.map((entry) => factor * entry);
  const found = logOrNull(group, group.exp(expected));
  return found ? difference(found, expected) : Infinity;
}

function logOrNull(group: Group, element: Float64Array): Float64Array | null {
  try {
    return group.log(element);
  } catch (error) {
    if (hasNoLogarithm(error)) return null;
    throw error;
  }
}
