import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';

/**
 * Independent positive scalings of n coordinates, with the basis Eᵢᵢ: exp(w) = diag(e^w₁ … e^wₙ).
 * @throws NoetherError when n is no positive integer or too large
 */
export function scaling(n: number): Group {
  checkOrder('n', n);
  checkExtent(`scaling${n}`, n, n);
  return defineGroup({
    name: `scaling${n}`,
    generators: Array.from({ length: n }, (_, axis) => matrixUnit(n, [axis, axis, 1])),
    compact: false,
    connected: true,
    expInto: (elements, at, coefficients, from) => {
      for (let axis = 0; axis < n; axis++) {
        elements[at + axis * (n + 1)] = Math.exp(coefficients[from + axis]);
      }
    },
    log: (element) =>
      Float64Array.from({ length: n }, (_, axis) => Math.log(element[axis * (n + 1)])),
    contains: (element, tolerance) =>
      element.every((entry, index) =>
        index % (n + 1) === 0 ? entry > 0 : Math.abs(entry) <= tolerance,
      ),
  });
}
