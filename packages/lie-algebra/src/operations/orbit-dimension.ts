import { invalidArgument } from '@noether/contracts';
import { multiply, singularValues } from '@noether/numerics';
import { checkFinite } from '../check-finite.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';

/**
 * The dimension of the orbit of a point x, the rank of the velocities L₁x … L_c x. The sphere of the
 * rotations of space has 2, its centre 0.
 * @param tolerance singular values up to this share of the largest ‖Lᵢ‖‖x‖ count as zero; 1e-10 when
 *   left out
 * @throws NoetherError when the point has not `size` finite coordinates
 */
export function orbitDimension(group: Group, point: Float64Array, tolerance = 1e-10): number {
  const { generators, size: n, dimension: c } = group;
  if (point.length !== n) {
    throw invalidArgument('point', point, `give the ${n} coordinates that ${group.name} acts on`);
  }
  checkFinite('point', point, n);
  const velocities = new Float64Array(c * n);
  let largest = 0;
  generators.forEach((generator, index) => {
    velocities.set(multiply(generator, point, n, n, 1), index * n);
    largest = Math.max(largest, Math.hypot(...generator));
  });
  const limit = tolerance * largest * Math.hypot(...point);
  return singularValues(velocities, c, n).filter((value) => value > limit).length;
}

/**
 * The {@link orbitDimension} of each of the points, rows of `size` coordinates.
 * @throws NoetherError when the length is no multiple of `size`
 */
export function orbitDimensions(group: Group, points: Float64Array, tolerance = 1e-10): Int32Array {
  const { size: n } = group;
  const count = countRows('points', points, n, `one row a point that ${group.name} acts on`);
  return Int32Array.from({ length: count }, (_, row) =>
    orbitDimension(group, points.subarray(row * n, (row + 1) * n), tolerance),
  );
}

/** The dimension of the subgroup that leaves a point where it is: c − the dimension of the orbit. */
export function stabiliserDimension(group: Group, point: Float64Array, tolerance = 1e-10): number {
  return group.dimension - orbitDimension(group, point, tolerance);
}
