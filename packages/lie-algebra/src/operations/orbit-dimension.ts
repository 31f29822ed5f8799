import { invalidArgument } from '@noether/contracts';
import { multiply, singularValues } from '@noether/numerics';
import type { Group } from '../group.js';

/**
 * The dimension of the orbit of a point x, the rank of the velocities L₁x … L_c x. The sphere of the
 * rotations of space has 2, its centre 0.
 * @param tolerance singular values up to this share of the largest ‖Lᵢ‖‖x‖ count as zero; 1e-10 when
 *   left out
 * @throws NoetherError when the point has not `size` coordinates
 */
export function orbitDimension(group: Group, point: Float64Array, tolerance = 1e-10): number {
  const { generators, size: n, dimension: c } = group;
  if (point.length !== n) {
    throw invalidArgument('point', point, `give the ${n} coordinates that ${group.name} acts on`);
  }
  const velocities = new Float64Array(c * n);
  let largest = 0;
  generators.forEach((generator, index) => {
    velocities.set(multiply(generator, point, n, n, 1), index * n);
    largest = Math.max(largest, Math.hypot(...generator));
  });
  const limit = tolerance * largest * Math.hypot(...point);
  return singularValues(velocities, c, n).filter((value) => value > limit).length;
}

/** The dimension of the subgroup that leaves a point where it is: c − the dimension of the orbit. */
export function stabiliserDimension(group: Group, point: Float64Array, tolerance = 1e-10): number {
  return group.dimension - orbitDimension(group, point, tolerance);
}
