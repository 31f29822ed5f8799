import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';

/**
 * The Heisenberg group of m pairs: (m + 2) × (m + 2) matrices [[1, x, z], [0, I, y], [0, 0, 1]], with the
 * basis X₁ … X_m, Y₁ … Y_m, Z and [Xᵢ, Yᵢ] = Z. exp(x, y, z) has the corner z + x·y/2. Nilpotent.
 * @throws NoetherError when m is no positive integer or too large
 */
export function heisenberg(m: number): Group {
  checkOrder('m', m);
  checkExtent(`heisenberg${m}`, 2 * m + 1, m + 2);
  const size = m + 2;
  const pairs = Array.from({ length: m }, (_, index) => index + 1);
  const last = size - 1;
  return defineGroup({
    name: m === 1 ? 'heisenberg' : `heisenberg${m}`,
    generators: [
      ...pairs.map((index) => matrixUnit(size, [0, index, 1])),
      ...pairs.map((index) => matrixUnit(size, [index, last, 1])),
      matrixUnit(size, [0, last, 1]),
    ],
    compact: false,
    connected: true,
    expInto: (elements, at, w, from) => {
      let corner = w[from + 2 * m];
      for (let index = 0; index < m; index++) {
        elements[at + 1 + index] = w[from + index];
        elements[at + (index + 1) * size + last] = w[from + m + index];
        corner += (w[from + index] * w[from + m + index]) / 2;
      }
      elements[at + last] = corner;
      for (let index = 0; index < size; index++) elements[at + index * (size + 1)] = 1;
    },
    log: (element) => {
      const x = pairs.map((index) => element[index]);
      const y = pairs.map((index) => element[index * size + last]);
      const product = x.reduce((sum, entry, index) => sum + entry * y[index], 0);
      return Float64Array.of(...x, ...y, element[last] - product / 2);
    },
    contains: (element, tolerance) =>
      element.every((entry, index) => {
        const [row, column] = [Math.floor(index / size), index % size];
        if ((row === 0 && column > 0) || (column === last && row < last)) return true;
        return Math.abs(entry - (row === column ? 1 : 0)) <= tolerance;
      }),
  });
}
