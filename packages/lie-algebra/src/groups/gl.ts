import { determinant } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';

/**
 * The n × n matrices of positive determinant, the component of the identity of GL(n), with the basis
 * Eᵢⱼ in row order.
 * @throws NoetherError when n is no positive integer or too large
 */
export function gl(n: number): Group {
  checkOrder('n', n);
  checkExtent(`gl${n}`, n * n, n);
  return defineGroup({
    name: `gl${n}`,
    generators: Array.from({ length: n * n }, (_, entry) =>
      matrixUnit(n, [Math.floor(entry / n), entry % n, 1]),
    ),
    compact: false,
    connected: true,
    contains: (element) => determinant(element, n) > 0,
  });
}
