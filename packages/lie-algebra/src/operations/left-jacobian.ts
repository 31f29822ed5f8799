import { NoetherError } from '@noether/contracts';
import { eigenvalues, expmBatch, inverse, singularValues } from '@noether/numerics';
import { adjointOfAlgebra } from '../adjoint.js';
import { checkFinite } from '../check-finite.js';
import { checkOverflow } from '../check-overflow.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';

/**
 * The left Jacobian of exp, J(w) = (exp(ad_A) − 1)/ad_A = Σ ad_Aᵏ/(k + 1)! for A = Σ wᵢ Lᵢ: to first
 * order exp(A + E) = exp(J e) exp(A). It is the corner of exp [[ad_A, I], [0, 0]], so nothing cancels
 * near 0, where J = I (Hall, Lie Groups, Lie Algebras, and Representations, 2015, theorem 5.4).
 * @param coefficients rows w, count × c
 * @returns count matrices, row-major c × c
 * @throws NoetherError when the length is no multiple of c, a coefficient is not finite, or so large
 *   that exp is not finite
 */
export function leftJacobian(
  group: Pick<Group, 'generators' | 'size' | 'dimension'>,
  coefficients: Float64Array,
): Float64Array {
  const { generators, size, dimension: c } = group;
  const count = countRows('coefficients', coefficients, c, 'one row an element of the algebra');
  checkFinite('coefficients', coefficients, c);
  const width = 2 * c;
  const blocks = new Float64Array(count * width * width);
  for (let index = 0; index < count; index++) {
    const row = coefficients.subarray(index * c, (index + 1) * c);
    const algebra = adjointOfAlgebra(generators, row, size);
    for (let i = 0; i < c; i++) {
      const start = (index * width + i) * width;
      blocks.set(algebra.subarray(i * c, (i + 1) * c), start);
      blocks[start + c + i] = 1;
    }
  }
  const exponentials = expmBatch(blocks, width, count);
  const result = new Float64Array(count * c * c);
  for (let row = 0; row < count * c; row++) {
    const start = (Math.floor(row / c) * width + (row % c)) * width + c;
    result.set(exponentials.subarray(start, start + c), row * c);
  }
  checkOverflow(coefficients, c, result, c * c, 0);
  return result;
}

/**
 * The inverses J(w)⁻¹ of the {@link leftJacobian}: the change of w = log g when g is multiplied by a
 * small exp(E) from the left, d/dt log(exp(tE) exp(A)) = J⁻¹ e.
 * @throws NoetherError `singular-exponential` where J is singular, that is, ad_A has an eigenvalue
 *   2πik, k ≠ 0: after a full turn
 */
export function leftJacobianInverse(group: Group, coefficients: Float64Array): Float64Array {
  const c = group.dimension;
  const jacobians = leftJacobian(group, coefficients);
  for (let start = 0; start < jacobians.length; start += c * c) {
    const jacobian = jacobians.subarray(start, start + c * c);
    const sizes = singularValues(jacobian, c, c);
    if (!(sizes[c - 1] > 1e-13 * sizes[0])) {
      const row = start / (c * c);
      throw singularAt(group, coefficients.slice(row * c, (row + 1) * c), row);
    }
    jacobians.set(inverse(jacobian, c), start);
  }
  return jacobians;
}

function singularAt(group: Group, coefficients: Float64Array, row: number): NoetherError {
  const { generators, size, dimension, name } = group;
  const turns = eigenvalues(adjointOfAlgebra(generators, coefficients, size), dimension);
  const angle = Math.max(...turns.map(({ im }) => im));
  return new NoetherError(
    `coefficients, row ${row}: the exponential of ${name} is singular there, ad has the eigenvalue ${angle.toPrecision(4)}i next to a multiple of 2πi, so the left Jacobian has no inverse.`,
    {
      code: 'singular-exponential',
      argument: 'coefficients',
      value: coefficients,
      hint: 'Take the coefficients that log gives for the element: they turn by less.',
    },
  );
}
