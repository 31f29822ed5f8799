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
  expInto: (elements, at, w, from) => {
    const factor = Math.exp(w[from + 1] / 10);
    elements[at] = elements[at + 3] = factor * Math.cos(w[from]);
    elements[at + 1] = factor * Math.sin(w[from]);
    elements[at + 2] = -elements[at + 1];
  },
  log: ([a, b, c, d]) => {
    const [cosine, sine] = [(a + d) / 2, (b - c) / 2];
    return Float64Array.of(Math.atan2(sine, cosine), 10 * Math.log(Math.hypot(sine, cosine)));
  },
  contains: ([a, b, c, d], tolerance) =>
    Math.abs(a - d) <= tolerance && Math.abs(b + c) <= tolerance && Math.hypot(a, b) > 0,
});
