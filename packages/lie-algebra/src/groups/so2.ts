import { identity } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { haarRotation } from '../haar-rotation.js';
import { isRotation } from '../is-rotation.js';
import { polarRotation } from '../polar-rotation.js';

/**
 * Rotations of the plane, with the generator J = [[0, 1], [−1, 0]] as in LaLiGAN (clockwise):
 * exp(wJ) = [[cos w, sin w], [−sin w, cos w]].
 */
export const so2: Group = defineGroup({
  name: 'so2',
  generators: [
    [
      [0, 1],
      [-1, 0],
    ],
  ],
  compact: true,
  connected: true,
  form: identity(2),
  expInto: (elements, at, coefficients, from) => {
    elements[at] = elements[at + 3] = Math.cos(coefficients[from]);
    elements[at + 1] = Math.sin(coefficients[from]);
    elements[at + 2] = -elements[at + 1];
  },
  log: ([a, b, c, d]) => Float64Array.of(Math.atan2(b - c, a + d)),
  contains: (element, tolerance) => isRotation(element, 2, tolerance),
  haar: (random) => haarRotation(2, random),
  project: (matrix) => polarRotation(matrix, 2),
});
