import { invalidArgument } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';
import type { Group } from '../group.js';
import { coordinateBracket } from './bracket-coordinates.js';

/**
 * The coefficients of log(exp(A) exp(B)) by the Baker-Campbell-Hausdorff series up to `order` 1 … 4, for
 * rows v of A and w of B; the batched form of `bakerCampbellHausdorff`. The error is of order `order` + 1.
 * @param first row-major count × c
 * @param second of the same shape
 * @throws NoetherError for another order, shapes that do not match or a coefficient that is not finite
 */
export function composeSeries(
  group: Group,
  first: Float64Array,
  second: Float64Array,
  order: 1 | 2 | 3 | 4,
): Float64Array {
  if (![1, 2, 3, 4].includes(order)) throw invalidArgument('order', order, 'give 1, 2, 3 or 4');
  checkFinite('first', first, group.dimension);
  checkFinite('second', second, group.dimension);
  const bracket = coordinateBracket(group);
  const ab = bracket(first, second);
  const aab = bracket(first, ab);
  const bab = bracket(second, ab);
  const baab = bracket(second, aab);
  return first.map((entry, index) => {
    let sum = entry + second[index];
    if (order >= 2) sum += ab[index] / 2;
    if (order >= 3) sum += (aab[index] - bab[index]) / 12;
    if (order >= 4) sum -= baab[index] / 24;
    return sum;
  });
}
