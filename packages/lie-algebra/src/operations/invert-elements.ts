import { inverse } from '@noether/numerics';
import { NoetherError } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';
import { showMatrix } from '../show-matrix.js';

/**
 * g⁻¹ for each of the elements one after the other.
 * @throws NoetherError when the length is no multiple of size², when a value is not finite or a matrix is singular
 */
export function invertElements(group: Group, elements: Float64Array): Float64Array {
  const area = group.size ** 2;
  countRows('elements', elements, area, 'one matrix after the other');
  checkFinite('elements', elements, area);
  const result = new Float64Array(elements.length);
  for (let start = 0; start < elements.length; start += area) {
    const element = elements.subarray(start, start + area);
    result.set(invertElement(group, element, start / area), start);
  }
  return result;
}

/** @throws NoetherError that names the matrix when it is singular */
export function invertElement(
  { name, size }: Group,
  element: Float64Array,
  index: number,
): Float64Array {
  try {
    return inverse(element, size);
  } catch (cause) {
    throw new NoetherError(
      `elements, matrix ${index}: ${showMatrix(element, size)} is singular, so it is no element of ${name}.`,
      { code: 'singular-element', argument: 'elements', value: element, cause },
    );
  }
}
