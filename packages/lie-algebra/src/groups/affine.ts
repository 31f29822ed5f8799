import { determinant } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { isAffine, linearPart } from './affine-matrix.js';

/**
 * Affine maps x ↦ Mx + t of positive determinant, as (n + 1) × (n + 1) matrices [[M, t], [0, 1]], with
 * the basis Eᵢⱼ of M in row order and then the translations.
 * @throws NoetherError when n is no positive integer or too large
 */
export function affine(n: number): Group {
  checkOrder('n', n);
  checkExtent(`affine${n}`, n * (n + 1), n + 1);
  return defineGroup({
    name: `affine${n}`,
    generators: Array.from({ length: n * (n + 1) }, (_, index) =>
      index < n * n
        ? matrixUnit(n + 1, [Math.floor(index / n), index % n, 1])
        : matrixUnit(n + 1, [index - n * n, n, 1]),
    ),
    compact: false,
    connected: true,
    contains: (element, tolerance) =>
      isAffine(element, n, tolerance) && determinant(linearPart(element, n), n) > 0,
  });
}
