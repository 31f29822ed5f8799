import { adjoint, adjointOfAlgebra } from '../adjoint.js';
import { checkFinite } from '../check-finite.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';
import { invertElement } from './invert-elements.js';

/**
 * Ad_g for each of the elements one after the other: count matrices, row-major c × c; see `adjoint`.
 * @throws NoetherError when the length is no multiple of size², or an element is singular or not finite
 */
export function elementAdjoints(group: Group, elements: Float64Array): Float64Array {
  const { generators, size, dimension: c } = group;
  const area = size * size;
  const count = countRows('elements', elements, area, 'one matrix after the other');
  checkFinite('elements', elements, area);
  const result = new Float64Array(count * c * c);
  for (let index = 0; index < count; index++) {
    const element = elements.subarray(index * area, (index + 1) * area);
    invertElement(group, element, index);
    result.set(adjoint(generators, element, size), index * c * c);
  }
  return result;
}

/**
 * ad_A for each row of coefficients: count matrices, row-major c × c; see `adjointOfAlgebra`.
 * @throws NoetherError when the length is no multiple of c
 */
export function algebraAdjoints(group: Group, coefficients: Float64Array): Float64Array {
  const { generators, size, dimension: c } = group;
  const count = countRows('coefficients', coefficients, c, 'one row an element of the algebra');
  const result = new Float64Array(count * c * c);
  for (let index = 0; index < count; index++) {
    const row = coefficients.subarray(index * c, (index + 1) * c);
    result.set(adjointOfAlgebra(generators, row, size), index * c * c);
  }
  return result;
}
