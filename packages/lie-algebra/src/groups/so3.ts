import { identity } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { haarRotation } from '../haar-rotation.js';
import { isRotation } from '../is-rotation.js';
import { polarRotation } from '../polar-rotation.js';
import { rotationInto, rotationVector } from '../rotation-vector.js';
import { rotationGenerators } from './rotation-generators.js';

/**
 * Rotations of space, with the basis E₁₀ − E₀₁, E₂₀ − E₀₂, E₂₁ − E₁₂ of `so`: turns about the axes z,
 * −y and x. exp is Rodrigues' formula, log goes by the quaternion and holds up to rotations by π.
 */
export const so3: Group = defineGroup({
  name: 'so3',
  generators: rotationGenerators(3, 3),
  compact: true,
  connected: true,
  form: identity(3),
  expInto: (elements, at, w, from) => {
    rotationInto(elements, at, 3, w[from + 2], -w[from + 1], w[from]);
  },
  log: (element) => {
    const [x, y, z] = rotationVector(element, 3);
    return Float64Array.of(z, -y, x);
  },
  contains: (element, tolerance) => isRotation(element, 3, tolerance),
  haar: (random) => haarRotation(3, random),
  project: (matrix) => polarRotation(matrix, 3),
});
