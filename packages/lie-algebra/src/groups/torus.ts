import { identity } from '@noether/numerics';
import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { isPlaneRotation, planeAngles, planeRotationsInto } from '../plane-rotations.js';

/**
 * The torus of n independent angles: rotations of n planes, with the generators J = [[0, 1], [−1, 0]] of
 * each, in 2n dimensions. Abelian and compact.
 * @throws NoetherError when n is no positive integer or too large
 */
export function torus(n: number): Group {
  checkOrder('n', n);
  checkExtent(`torus${n}`, n, 2 * n);
  const size = 2 * n;
  return defineGroup({
    name: `torus${n}`,
    generators: Array.from({ length: n }, (_, plane) =>
      matrixUnit(size, [2 * plane, 2 * plane + 1, 1], [2 * plane + 1, 2 * plane, -1]),
    ),
    compact: true,
    connected: true,
    form: identity(size),
    expInto: (elements, at, angles, from) => {
      planeRotationsInto(elements, at, size, angles.subarray(from, from + n));
    },
    log: (element) => planeAngles(element, size),
    contains: (element, tolerance) =>
      isPlaneRotation(element, size, planeAngles(element, size), tolerance),
    haar: (random) => {
      const element = new Float64Array(size * size);
      const angles = Array.from({ length: n }, () => 2 * Math.PI * random.uniform());
      planeRotationsInto(element, 0, size, angles);
      return element;
    },
  });
}
