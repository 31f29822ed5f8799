import { multiply } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { matrixUnit } from '../matrix-unit.js';
import { combinationInto, rotationInto, rotationVector, sinc } from '../rotation-vector.js';
import { isAffine, linearPart } from './affine-matrix.js';
import { rotationGenerators } from './rotation-generators.js';

/**
 * Rigid motions of space, with the basis of `so3` and then the translations. exp(ω, u) has the
 * translation V u, V = I + ((1 − cos θ)/θ²) ω× + ((θ − sin θ)/θ³) ω×², and log its inverse
 * I − ω×/2 + ((1 − (θ/2) cot(θ/2))/θ²) ω×² (Eade, Lie Groups for 2D and 3D Transformations, 2013).
 */
export const se3: Group = defineGroup({
  name: 'se3',
  generators: [
    ...rotationGenerators(3, 4),
    ...[0, 1, 2].map((axis) => matrixUnit(4, [axis, 3, 1])),
  ],
  compact: false,
  connected: true,
  expInto: (elements, at, w, from) => {
    const [x, y, z] = [w[from + 2], -w[from + 1], w[from]];
    const angle = Math.sqrt(x * x + y * y + z * z);
    const half = sinc(angle / 2);
    combinationInto(left, 0, 3, x, y, z, (half * half) / 2, cubic(angle));
    for (let row = 0; row < 3; row++) {
      elements[at + 4 * row + 3] =
        left[3 * row] * w[from + 3] +
        left[3 * row + 1] * w[from + 4] +
        left[3 * row + 2] * w[from + 5];
    }
    rotationInto(elements, at, 4, x, y, z);
    elements[at + 15] = 1;
  },
  log: (g) => {
    const [x, y, z] = rotationVector(g, 4);
    const back = new Float64Array(9);
    combinationInto(back, 0, 3, x, y, z, -0.5, inverseCubic(Math.hypot(x, y, z)));
    const moved = multiply(back, Float64Array.of(g[3], g[7], g[11]), 3, 3, 1);
    return Float64Array.of(z, -y, x, moved[0], moved[1], moved[2]);
  },
  contains: (element, tolerance) =>
    isAffine(element, 3, tolerance) && isRotation(linearPart(element, 3), 3, tolerance),
});

/** V of one element, written and read within one call of `expInto`. */
const left = new Float64Array(9);

/** (θ − sin θ)/θ³, by its series below 0.5, where the difference would cancel. */
function cubic(angle: number): number {
  if (angle > 0.5) return (angle - Math.sin(angle)) / angle ** 3;
  const square = angle * angle;
  return (
    (1 / 6) *
    (1 -
      (square / 20) *
        (1 - (square / 42) * (1 - (square / 72) * (1 - (square / 110) * (1 - square / 156)))))
  );
}

/** (1 − (θ/2) cot(θ/2))/θ², by its series below 0.3. */
function inverseCubic(angle: number): number {
  if (angle > 0.3) return (1 - angle / 2 / Math.tan(angle / 2)) / angle ** 2;
  const square = angle * angle;
  const terms = [1 / 12, 1 / 720, 1 / 30240, 1 / 1209600, 1 / 47900160, 691 / 1307674368000];
  return terms.reduceRight((sum, term) => sum * square + term, 0);
}
