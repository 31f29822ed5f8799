import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { matrixUnit } from '../matrix-unit.js';
import { sinc } from '../rotation-vector.js';
import { isAffine, linearPart } from './affine-matrix.js';

/**
 * Rigid motions of the plane, with the basis E₁₀ − E₀₁ (anticlockwise), E₀₂, E₁₂. exp(θ, u) has the
 * translation V u, V = [[s, −c], [c, s]] with s = sin θ/θ, c = (1 − cos θ)/θ (Eade, Lie Groups for 2D
 * and 3D Transformations, 2013).
 */
export const se2: Group = defineGroup({
  name: 'se2',
  generators: [
    matrixUnit(3, [0, 1, -1], [1, 0, 1]),
    matrixUnit(3, [0, 2, 1]),
    matrixUnit(3, [1, 2, 1]),
  ],
  compact: false,
  connected: true,
  expInto: (elements, at, w, from) => {
    const [angle, x, y] = [w[from], w[from + 1], w[from + 2]];
    const s = sinc(angle);
    const c = Math.sin(angle / 2) * sinc(angle / 2);
    elements[at] = elements[at + 4] = Math.cos(angle);
    elements[at + 3] = Math.sin(angle);
    elements[at + 1] = -elements[at + 3];
    elements[at + 2] = s * x - c * y;
    elements[at + 5] = c * x + s * y;
    elements[at + 8] = 1;
  },
  log: (g) => {
    const angle = Math.atan2(g[3] - g[1], g[0] + g[4]);
    const half = angle / 2;
    const even = half === 0 ? 1 : half / Math.tan(half);
    return Float64Array.of(angle, even * g[2] + half * g[5], even * g[5] - half * g[2]);
  },
  contains: (element, tolerance) =>
    isAffine(element, 2, tolerance) && isRotation(linearPart(element, 2), 2, tolerance),
});
