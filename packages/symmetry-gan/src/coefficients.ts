import type { RandomStream } from '@noether/contracts';
import type { CoefficientLaw } from './options.js';

/**
 * Draws group coefficients. Quirk Q4 of the reference implementation (the range of the uniform laws
 * is taken from a covariance matrix) is not repeated: `scale` is the range.
 * @param progress share of training that is done, for a range that widens; default 1
 */
export function drawCoefficients(
  law: CoefficientLaw,
  random: RandomStream,
  target: Float32Array,
  progress = 1,
): Float32Array {
  if (law.law === 'normal') {
    random.fillNormal(target);
    for (let index = 0; index < target.length; index++) target[index] *= law.scale;
    return target;
  }
  if (law.law === 'range') {
    const [lowest, highest] = rangeAt(law, progress);
    for (let index = 0; index < target.length; index++) {
      target[index] = lowest + random.integer(highest - lowest + 1);
    }
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

/** Standard deviation of the coefficients; of n whole numbers in a row it is √((n² − 1)/12). */
export function coefficientSpread(law: CoefficientLaw): number {
  switch (law.law) {
    case 'normal':
      return law.scale;
    case 'uniform':
      return law.scale / Math.sqrt(3);
    case 'integer':
      return Math.sqrt(((2 * law.scale + 1) ** 2 - 1) / 12);
    case 'range':
      return Math.sqrt(((law.highest - law.lowest + 1) ** 2 - 1) / 12);
  }
}

/** The ends of the range, on their way from ±1. */
function rangeAt(
  { lowest, highest, widen = [0, 0] }: Extract<CoefficientLaw, { law: 'range' }>,
  progress: number,
): [lowest: number, highest: number] {
  const [from, to] = widen;
  const share = progress >= to ? 1 : Math.max(progress - from, 0) / (to - from);
  const end = (full: number): number => {
    const start = Math.sign(full) * Math.min(Math.abs(full), 1);
    return Math.round(start + share * (full - start));
  };
  return [end(lowest), end(highest)];
}
