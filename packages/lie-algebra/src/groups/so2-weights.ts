import { invalidArgument } from '@noether/contracts';
import { identity } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { isPlaneRotation, planeAngles, planeRotationsInto } from '../plane-rotations.js';

/**
 * One angle that turns several planes at integer rates: SO(2) with the generator diag(k₁J, k₂J, …),
 * J = [[0, 1], [−1, 0]] as in `so2`. A weight of 0 leaves its plane alone.
 * @throws NoetherError when a weight is no integer or all are 0
 */
export function so2Weights(weights: readonly number[]): Group {
  if (!weights.every(Number.isInteger) || !weights.some((weight) => weight !== 0)) {
    throw invalidArgument('weights', weights, 'give integers that are not all 0, such as [1, 2]');
  }
  const size = 2 * weights.length;
  const angles = (angle: number): number[] => weights.map((weight) => weight * angle);
  const entries = weights.flatMap((weight, plane) => [
    [2 * plane, 2 * plane + 1, weight] as const,
    [2 * plane + 1, 2 * plane, -weight] as const,
  ]);
  const element = (angle: number): Float64Array => {
    const matrix = new Float64Array(size * size);
    planeRotationsInto(matrix, 0, size, angles(angle));
    return matrix;
  };
  return defineGroup({
    name: `so2(${weights.join(',')})`,
    generators: [matrixUnit(size, ...entries)],
    compact: true,
    connected: true,
    form: identity(size),
    exp: ([angle]) => element(angle),
    log: (matrix) => Float64Array.of(nearestAngle(weights, planeAngles(matrix, size))),
    contains: (matrix, tolerance) => {
      const angle = nearestAngle(weights, planeAngles(matrix, size));
      return isPlaneRotation(matrix, size, angles(angle), tolerance);
    },
    haar: (random) => element(2 * Math.PI * random.uniform()),
  });
}

/** The angle of least magnitude that turns the planes most nearly as far as they are turned. */
function nearestAngle(weights: readonly number[], turned: Float64Array): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const first = weights.findIndex((weight) => weight !== 0);
  let best = { angle: 0, error: Infinity };
  for (let turn = 0; turn < Math.abs(weights[first]); turn++) {
    const start = (turned[first] + 2 * Math.PI * turn) / weights[first];
    const apart = weights.map((weight, plane) => wrapped(turned[plane] - weight * start));
    const move = weights.reduce((sum, weight, plane) => sum + weight * apart[plane], 0) / squares;
    const angle = wrapped(start + move);
    const error = Math.hypot(...apart.map((part, plane) => part - weights[plane] * move));
    const isBetter = error < best.error - 1e-9;
    const isShorter = error < best.error + 1e-9 && Math.abs(angle) < Math.abs(best.angle);
    if (isBetter || isShorter) best = { angle, error };
  }
  return best.angle;
}

/** An angle in [−π, π]. */
function wrapped(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
