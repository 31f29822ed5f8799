import { determinant } from '@noether/numerics';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { matrixUnit } from '../matrix-unit.js';
import { isAffine, linearPart } from './affine-matrix.js';
import { rotationGenerators } from './rotation-generators.js';

/**
 * Similarities x ↦ e^s R x + t of n-dimensional space, n ≥ 2, as (n + 1) × (n + 1) matrices, with the
 * basis of the rotations, the scaling diag(1 … 1, 0) and the translations.
 * @throws NoetherError when n is no integer of at least 2
 */
export function similarity(n: number): Group {
  checkOrder('n', n, 2);
  const axes = Array.from({ length: n }, (_, axis) => axis);
  return defineGroup({
    name: `similarity${n}`,
    generators: [
      ...rotationGenerators(n, n + 1),
      matrixUnit(n + 1, ...axes.map((axis) => [axis, axis, 1] as const)),
      ...axes.map((axis) => matrixUnit(n + 1, [axis, n, 1])),
    ],
    compact: false,
    connected: true,
    contains: (element, tolerance) => {
      const linear = linearPart(element, n);
      const volume = determinant(linear, n);
      const rotation = linear.map((entry) => entry / Math.max(volume, 0) ** (1 / n));
      return isAffine(element, n, tolerance) && isRotation(rotation, n, tolerance);
    },
  });
}
