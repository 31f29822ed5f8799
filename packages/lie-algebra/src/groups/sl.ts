import { determinant } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { sl2 } from './sl2.js';

/**
 * Maps that preserve volume, det g = 1, n ≥ 2, with the basis Eᵢᵢ − Eᵢ₊₁,ᵢ₊₁ and then Eᵢⱼ, i ≠ j, in row
 * order; for n = 2 that is H, E, F of {@link sl2}. exp does not reach all of the group.
 * @throws NoetherError when n is no integer of at least 2 or too large
 */
export function sl(n: number): Group {
  checkOrder('n', n, 2);
  checkExtent(`sl${n}`, n * n - 1, n);
  if (n === 2) return sl2;
  const generators: Float64Array[] = [];
  for (let i = 0; i + 1 < n; i++) generators.push(matrixUnit(n, [i, i, 1], [i + 1, i + 1, -1]));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) generators.push(matrixUnit(n, [i, j, 1]));
  }
  return defineGroup({
    name: `sl${n}`,
    generators,
    compact: false,
    connected: true,
    contains: (element, tolerance) => Math.abs(determinant(element, n) - 1) <= tolerance,
  });
}
