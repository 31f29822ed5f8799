import { determinant } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { matrixUnit } from '../matrix-unit.js';
import { rotationLogarithm } from '../rotation-logarithm.js';
import { translationLogarithm } from '../translation-logarithm.js';
import { isAffine, linearPart, translationPart } from './affine-matrix.js';
import { rotationCoefficients, rotationGenerators } from './rotation-generators.js';

/**
 * Similarities x ↦ e^s R x + t of n-dimensional space, n ≥ 2, as (n + 1) × (n + 1) matrices, with the
 * basis of the rotations, the scaling diag(1 … 1, 0) and the translations.
 * @throws NoetherError when n is no integer of at least 2 or too large
 */
export function similarity(n: number): Group {
  checkOrder('n', n, 2);
  checkExtent(`similarity${n}`, (n * (n + 1)) / 2 + 1, n + 1);
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
    log: (element) => {
      const linear = linearPart(element, n);
      const rate = Math.log(determinant(linear, n)) / n;
      const turn = rotationLogarithm(
        linear.map((entry) => entry / Math.exp(rate)),
        n,
      );
      const algebra = turn.map((entry, index) => (index % (n + 1) === 0 ? entry + rate : entry));
      const shift = translationLogarithm(algebra, translationPart(element, n), n);
      return Float64Array.of(...rotationCoefficients(turn, n), rate, ...shift);
    },
    contains: (element, tolerance) => {
      const linear = linearPart(element, n);
      const volume = determinant(linear, n);
      const rotation = linear.map((entry) => entry / Math.max(volume, 0) ** (1 / n));
      return isAffine(element, n, tolerance) && isRotation(rotation, n, tolerance);
    },
  });
}
