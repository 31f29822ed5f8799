import { identity, inverse, multiply } from '@noether/numerics';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';
import { vee } from './wedge.js';

/**
 * The elements of the group next to matrices that noise or rounding has moved off it. Where the group
 * has no `project` of its own (rotations have: the polar factor), by Gauss-Newton steps
 * g ← g exp(vee(g⁻¹M − I)) from the given matrix' principal logarithm in the algebra.
 * @param matrices one after the other, not far from the group
 * @throws NoetherError when the length is no multiple of size², RangeError when a matrix is too far
 */
export function projectToGroup(group: Group, matrices: Float64Array): Float64Array {
  const area = group.size ** 2;
  countRows('matrices', matrices, area, 'one matrix after the other');
  const result = new Float64Array(matrices.length);
  for (let start = 0; start < matrices.length; start += area) {
    const matrix = matrices.subarray(start, start + area);
    result.set(group.project?.(matrix) ?? iterate(group, matrix), start);
  }
  return result;
}

function iterate(group: Group, matrix: Float64Array): Float64Array {
  const { size: n } = group;
  const unit = identity(n);
  let element = group.exp(group.log(matrix));
  for (let step = 0; step < 100; step++) {
    const apart = multiply(inverse(element, n), matrix, n, n, n);
    const move = vee(
      group,
      apart.map((entry, index) => entry - unit[index]),
    );
    element = multiply(element, group.exp(move), n, n, n);
    const length = Math.hypot(...move);
    if (length < 1e-14) return element;
    if (!(length < 1e3)) break;
  }
  throw new RangeError(`The matrix is too far from ${group.name} to find an element next to it.`);
}
