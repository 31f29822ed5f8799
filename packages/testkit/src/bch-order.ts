import { bakerCampbellHausdorff, type Group } from '@noether/lie-algebra';
import { expm, multiply } from '@noether/numerics';
import type { GroupSample } from './group-sample.js';
import { difference } from './residual.js';

/**
 * By how much the error of the Baker-Campbell-Hausdorff series of order 1 … 4 falls short of the order
 * + 1 when A and B are halved; 0 when all orders are reached or the error is below 1e-12.
 */
export function bchOrderShortfall(group: Group, a: GroupSample, b: GroupSample): number {
  const scale = 0.1 / Math.max(Math.hypot(...a.matrix), Math.hypot(...b.matrix));
  const errorAt = (factor: number, order: 1 | 2 | 3 | 4): number => {
    const { size } = group;
    const first = a.matrix.map((entry) => factor * entry);
    const second = b.matrix.map((entry) => factor * entry);
    const product = multiply(expm(first, size), expm(second, size), size, size, size);
    return difference(expm(bakerCampbellHausdorff(first, second, size, order), size), product);
  };
  let shortfall = 0;
  for (const order of [1, 2, 3, 4] as const) {
    const [coarse, fine] = [errorAt(scale, order), errorAt(scale / 2, order)];
    if (fine > 1e-12) shortfall = Math.max(shortfall, order + 1 - Math.log2(coarse / fine));
  }
  return shortfall;
}
