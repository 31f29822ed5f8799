import type { CoefficientLaw } from '../options.js';

/** |1 − E e^{itw}| of a coefficient w: 0 where no w turns a phase that goes by tw, near 1 where they reach all phases. */
export function turnedBy(law: CoefficientLaw, t: number): number {
  switch (law.law) {
    case 'normal':
      return 1 - Math.exp(-((t * law.scale) ** 2) / 2);
    case 'uniform': {
      const end = t * law.scale;
      return end === 0 ? 0 : 1 - Math.sin(end) / end;
    }
    case 'integer':
      return ofWholeNumbers(-law.scale, law.scale, t);
    case 'range':
      return ofWholeNumbers(law.lowest, law.highest, t);
  }
}

function ofWholeNumbers(lowest: number, highest: number, t: number): number {
  const count = highest - lowest + 1;
  let [re, im] = [1, 0];
  for (let w = lowest; w <= highest; w++) {
    re -= Math.cos(t * w) / count;
    im -= Math.sin(t * w) / count;
  }
  return Math.hypot(re, im);
}
