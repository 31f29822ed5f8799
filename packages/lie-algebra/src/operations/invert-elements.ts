import { inverse } from '@noether/numerics';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';

/**
 * g⁻¹ for each of the elements one after the other.
 * @throws NoetherError when the length is no multiple of size², RangeError when one is singular
 */
export function invertElements(group: Group, elements: Float64Array): Float64Array {
  const area = group.size ** 2;
  countRows('elements', elements, area, 'one matrix after the other');
  const result = new Float64Array(elements.length);
  for (let start = 0; start < elements.length; start += area) {
    result.set(inverse(elements.subarray(start, start + area), group.size), start);
  }
  return result;
}
