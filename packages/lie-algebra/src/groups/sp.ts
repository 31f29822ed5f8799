import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { preservesForm } from '../preserves-form.js';

/**
 * Linear canonical transformations Sp(2m, ℝ), gᵀ Ω g = Ω with Ω = [[0, I], [−I, 0]] on (q, p). The basis
 * is [[A, 0], [0, −Aᵀ]] for A = Eᵢⱼ in row order, then [[0, B], [0, 0]] and then [[0, 0], [B, 0]] for
 * B = Eᵢⱼ + Eⱼᵢ, i < j, and Eᵢᵢ in row order. The name counts coordinates: `sp4` has m = 2.
 * @param size 2m
 * @throws NoetherError when the size is no positive even integer or too large
 */
export function sp(size: number): Group {
  checkOrder('size / 2', size / 2);
  checkExtent(`sp${size}`, (size * (size + 1)) / 2, size);
  const m = size / 2;
  const generators: Float64Array[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) generators.push(matrixUnit(size, [i, j, 1], [m + j, m + i, -1]));
  }
  for (const [down, right] of [
    [0, m],
    [m, 0],
  ]) {
    for (let i = 0; i < m; i++) {
      for (let j = i; j < m; j++) {
        generators.push(matrixUnit(size, [down + i, right + j, 1], [down + j, right + i, 1]));
      }
    }
  }
  const form = new Float64Array(size * size);
  for (let i = 0; i < m; i++) {
    form[i * size + m + i] = 1;
    form[(m + i) * size + i] = -1;
  }
  return defineGroup({
    name: `sp${size}`,
    generators,
    compact: false,
    connected: true,
    form,
    contains: (element, tolerance) => preservesForm(element, form, size, tolerance),
  });
}
