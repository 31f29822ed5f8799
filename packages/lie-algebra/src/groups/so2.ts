import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';

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
  exp: ([angle]) => {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return Float64Array.of(cos, sin, -sin, cos);
  },
  contains: (element, tolerance) => isRotation(element, 2, tolerance),
});
