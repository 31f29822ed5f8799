import { invalidArgument } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';
import { structureConstants } from '../structure-constants.js';

/**
 * The coefficients of [A, B] for rows v of A and w of B: Σᵢⱼ vᵢ wⱼ cᵢⱼₖ with the structure constants.
 * @param first row-major count × c
 * @param second of the same shape
 * @throws NoetherError when the lengths differ or are no multiple of c, or a coefficient is not finite
 */
export function bracketCoordinates(
  group: Group,
  first: Float64Array,
  second: Float64Array,
): Float64Array {
  checkFinite('first', first, group.dimension);
  checkFinite('second', second, group.dimension);
  return coordinateBracket(group)(first, second);
}

/** {@link bracketCoordinates} with the structure constants computed once. */
export function coordinateBracket(
  group: Group,
): (first: Float64Array, second: Float64Array) => Float64Array {
  const { generators, size, dimension: c } = group;
  const constants = structureConstants(generators, size);
  return (first, second) => {
    countRows('first', first, c, 'one row an element of the algebra');
    if (second.length !== first.length) {
      throw invalidArgument('second', second, `give as many values as the first, ${first.length}`);
    }
    const result = new Float64Array(first.length);
    for (let start = 0; start < first.length; start += c) {
      for (let i = 0; i < c; i++) {
        for (let j = 0; j < c; j++) {
          const weight = first[start + i] * second[start + j];
          if (weight === 0) continue;
          const row = (i * c + j) * c;
          for (let k = 0; k < c; k++) result[start + k] += weight * constants[row + k];
        }
      }
    }
    return result;
  };
}
