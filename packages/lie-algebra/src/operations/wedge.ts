import { combine } from '../combine.js';
import { coordinates } from '../coordinates.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';

/**
 * The matrices Σ wᵢ Lᵢ of rows of coefficients, one after the other: w^ of the robotics literature.
 * @throws NoetherError when the length is no multiple of c
 */
export function wedge(group: Group, coefficients: Float64Array): Float64Array {
  countRows('coefficients', coefficients, group.dimension, 'one row an element of the algebra');
  return combine(group.generators, coefficients);
}

/**
 * The coefficients of matrices of the algebra, one after the other, by least squares: the inverse of
 * {@link wedge}.
 * @returns row-major count × c
 * @throws NoetherError when the length is no multiple of size²
 */
export function vee(group: Group, matrices: Float64Array): Float64Array {
  const area = group.size ** 2;
  const count = countRows('matrices', matrices, area, 'one matrix after the other');
  return coordinates(
    group.generators,
    Array.from({ length: count }, (_, index) =>
      matrices.subarray(index * area, (index + 1) * area),
    ),
  );
}
