import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { rotationInto, rotationVector } from '../rotation-vector.js';
import { so } from './so.js';

/** Rotations of the first three of four coordinates; the last is invariant. `so3+1` of LaLiGAN. */
export const so3Plus1: Group = defineGroup({
  name: 'so3+1',
  generators: so(3).generators.map(([a, b, c, d, e, f, g, h, i]) => [
    [a, b, c, 0],
    [d, e, f, 0],
    [g, h, i, 0],
    [0, 0, 0, 0],
  ]),
  compact: true,
  connected: true,
  expInto: (elements, at, w, from) => {
    rotationInto(elements, at, 4, w[from + 2], -w[from + 1], w[from]);
    elements[at + 15] = 1;
  },
  log: (element) => {
    const [x, y, z] = rotationVector(element, 4);
    return Float64Array.of(z, -y, x);
  },
  contains: (element, tolerance) =>
    isRotation(element, 4, tolerance) && Math.abs(element[15] - 1) <= tolerance,
});
