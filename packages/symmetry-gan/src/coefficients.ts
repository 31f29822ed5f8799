import type { RandomStream } from '@noether/contracts';
import type { CoefficientLaw } from './options.js';

/**
 * Draws group coefficients. Quirk Q4 of the reference implementation (the range of the uniform laws
 * is taken from a covariance matrix) is not repeated: `scale` is the range.
 */
export function drawCoefficients(
  law: CoefficientLaw,
  random: RandomStream,
  target: Float32Array,
): Float32Array {
  if (law.law === 'normal') {
    random.fillNormal(target);
    for (let index = 0; index < target.length; index++) target[index] *= law.scale;
    return target;
  }
  for (let index = 0; index < target.length; index++) {
    target[index] =
      law.law === 'uniform'
        ? (2 * random.uniform() - 1) * law.scale
        : random.integer(2 * law.scale + 1) - law.scale;
  }
  return target;
}
