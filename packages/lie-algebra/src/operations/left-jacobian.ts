import { expmBatch, inverse } from '@noether/numerics';
import { adjointOfAlgebra } from '../adjoint.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';

/**
 * The left Jacobian of exp, J(w) = (exp(ad_A) − 1)/ad_A = Σ ad_Aᵏ/(k + 1)! for A = Σ wᵢ Lᵢ: to first
 * order exp(A + E) = exp(J e) exp(A). It is the corner of exp [[ad_A, I], [0, 0]], so nothing cancels
 * near 0, where J = I (Hall, Lie Groups, Lie Algebras, and Representations, 2015, theorem 5.4).
 * @param coefficients rows w, count × c
 * @returns count matrices, row-major c × c
 * @throws NoetherError when the length is no multiple of c
 */
export function leftJacobian(
  group: Pick<Group, 'generators' | 'size' | 'dimension'>,
  coefficients: Float64Array,
): Float64Array {
  const { generators, size, dimension: c } = group;
  const count = countRows('coefficients', coefficients, c, 'one row an element of the algebra');
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
  return result;
}

/**
 * The inverses J(w)⁻¹ of the {@link leftJacobian}: the change of w = log g when g is multiplied by a
 * small exp(E) from the left, d/dt log(exp(tE) exp(A)) = J⁻¹ e.
 * @throws RangeError where exp is singular: ad_A has an eigenvalue 2πik, k ≠ 0
 */
export function leftJacobianInverse(group: Group, coefficients: Float64Array): Float64Array {
  const c = group.dimension;
  const jacobians = leftJacobian(group, coefficients);
  for (let start = 0; start < jacobians.length; start += c * c) {
    jacobians.set(inverse(jacobians.subarray(start, start + c * c), c), start);
  }
  return jacobians;
}
