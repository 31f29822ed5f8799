import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';

/**
 * Translations of n-dimensional space, as (n + 1) × (n + 1) matrices [[I, t], [0, 1]]; abelian, and
 * exp(w) is the translation by w.
 * @throws NoetherError when n is no positive integer or too large
 */
export function translations(n: number): Group {
  checkOrder('n', n);
  checkExtent(`translations${n}`, n, n + 1);
  const size = n + 1;
  return defineGroup({
    name: `translations${n}`,
    generators: Array.from({ length: n }, (_, axis) => matrixUnit(size, [axis, n, 1])),
    compact: false,
    connected: true,
    expInto: (elements, at, coefficients, from) => {
      for (let axis = 0; axis < n; axis++) {
        elements[at + axis * size + n] = coefficients[from + axis];
      }
      for (let index = 0; index < size; index++) elements[at + index * (size + 1)] = 1;
    },
    log: (element) => Float64Array.from({ length: n }, (_, axis) => element[axis * size + n]),
    contains: (element, tolerance) =>
      element.every((entry, index) => {
        if (index % size === n && index < n * size) return true;
        return Math.abs(entry - (index % (size + 1) === 0 ? 1 : 0)) <= tolerance;
      }),
  });
}
