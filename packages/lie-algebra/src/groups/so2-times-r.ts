import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';

/**
 * Rotations and uniform scalings of the plane, with the generators J = [[0, 1], [−1, 0]] and 0.1·I:
 * `so2*r` of LaLiGAN, where the factor makes typical scalings ten times gentler than rotations.
 */
export const so2TimesR: Group = defineGroup({
  name: 'so2*r',
  generators: [
    [
      [0, 1],
      [-1, 0],
    ],
    [
      [0.1, 0],
      [0, 0.1],
    ],
  ],
  compact: false,
  connected: true,
  contains: ([a, b, c, d], tolerance) =>
    Math.abs(a - d) <= tolerance && Math.abs(b + c) <= tolerance && Math.hypot(a, b) > 0,
});
