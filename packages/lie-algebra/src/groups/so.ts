import { checkExtent } from '../check-extent.js';
import { checkOrder } from '../check-order.js';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { haarRotation } from '../haar-rotation.js';
import { isRotation } from '../is-rotation.js';
import { polarRotation } from '../polar-rotation.js';
import { identity } from '@noether/numerics';
import { rotationLogarithm } from '../rotation-logarithm.js';
import { rotationCoefficients, rotationGenerators } from './rotation-generators.js';
import { so2 } from './so2.js';
import { so3 } from './so3.js';

/**
 * Rotations of n-dimensional space, n ≥ 2, with the basis Eᵢⱼ − Eⱼᵢ for i > j in row order: (1,0),
 * (2,0), (2,1), (3,0) … For n = 2 it is {@link so2}, whose generator has the other sign, for n = 3
 * {@link so3} with closed forms. log is right next to rotations by π and at them, where it is not unique.
 * @throws NoetherError when n is no integer of at least 2 or too large
 */
export function so(n: number): Group {
  checkOrder('n', n, 2);
  checkExtent(`so${n}`, (n * (n - 1)) / 2, n);
  if (n === 2) return so2;
  if (n === 3) return so3;
  return defineGroup({
    name: `so${n}`,
    generators: rotationGenerators(n, n),
    compact: true,
    connected: true,
    form: identity(n),
    log: (element) => rotationCoefficients(rotationLogarithm(element, n), n),
    contains: (element, tolerance) => isRotation(element, n, tolerance),
    haar: (random) => haarRotation(n, random),
    project: (matrix) => polarRotation(matrix, n),
  });
}
