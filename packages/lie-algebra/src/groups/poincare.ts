import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { matrixUnit } from '../matrix-unit.js';
import { combine } from '../combine.js';
import { translationLogarithm } from '../translation-logarithm.js';
import { bordered, isAffine, linearPart, translationPart } from './affine-matrix.js';
import { lorentz } from './lorentz.js';

/**
 * The Poincaré group: {@link lorentz} transformations and translations of (t, x, y, z), as 5 × 5
 * matrices on (t, x, y, z, 1), with the basis J, K of `lorentz` and then the four translations.
 */
export const poincare: Group = defineGroup({
  name: 'poincare',
  generators: [
    ...lorentz.generators.map((generator) => bordered(generator, 4)),
    ...[0, 1, 2, 3].map((axis) => matrixUnit(5, [axis, 4, 1])),
  ],
  compact: false,
  connected: true,
  log: (element) => {
    const linear = lorentz.log(linearPart(element, 4));
    const algebra = combine(lorentz.generators, linear);
    return Float64Array.of(
      ...linear,
      ...translationLogarithm(algebra, translationPart(element, 4), 4),
    );
  },
  contains: (element, tolerance) =>
    isAffine(element, 4, tolerance) &&
    lorentz.contains?.(linearPart(element, 4), tolerance) === true,
});
