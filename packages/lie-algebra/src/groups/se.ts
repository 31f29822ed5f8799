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
import { se2 } from './se2.js';
import { se3 } from './se3.js';

/**
 * Rigid motions of n-dimensional space, n ≥ 2, as (n + 1) × (n + 1) matrices [[R, t], [0, 1]], with the
 * basis Eᵢⱼ − Eⱼᵢ of the rotations and then the translations. {@link se2} and {@link se3} have closed
 * forms, the others of log.
 * @throws NoetherError when n is no integer of at least 2 or too large
 */
export function se(n: number): Group {
  checkOrder('n', n, 2);
  checkExtent(`se${n}`, (n * (n + 1)) / 2, n + 1);
  if (n === 2) return se2;
  if (n === 3) return se3;
  return defineGroup({
    name: `se${n}`,
    generators: [
      ...rotationGenerators(n, n + 1),
      ...Array.from({ length: n }, (_, axis) => matrixUnit(n + 1, [axis, n, 1])),
    ],
    compact: false,
    connected: true,
    log: (element) => {
      const turn = rotationLogarithm(linearPart(element, n), n);
      const shift = translationLogarithm(turn, translationPart(element, n), n);
      return Float64Array.of(...rotationCoefficients(turn, n), ...shift);
    },
    contains: (element, tolerance) =>
      isAffine(element, n, tolerance) && isRotation(linearPart(element, n), n, tolerance),
  });
}
