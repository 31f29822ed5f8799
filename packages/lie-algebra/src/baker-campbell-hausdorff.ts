import { invalidArgument } from '@noether/contracts';
import { bracket } from './bracket.js';
import { checkFinite } from './check-finite.js';

/**
 * The Baker-Campbell-Hausdorff series of log(exp(A) exp(B)) up to `order` 1 … 4:
 * A + B + [A,B]/2 + ([A,[A,B]] + [B,[B,A]])/12 − [B,[A,[A,B]]]/24. The error is of order
 * `order` + 1 in the size of A and B.
 * @param a row-major n × n
 * @param b row-major n × n
 * @throws NoetherError for another order and for matrices that are not n × n
 *   or not finite
 */
export function bakerCampbellHausdorff(
  a: Float64Array,
  b: Float64Array,
  n: number,
  order: 1 | 2 | 3 | 4,
): Float64Array {
  if (![1, 2, 3, 4].includes(order)) throw invalidArgument('order', order, 'give 1, 2, 3 or 4');
  const ab = bracket(a, b, n);
  checkFinite('a', a, n);
  checkFinite('b', b, n);
  const aab = bracket(a, ab, n);
  const bab = bracket(b, ab, n);
  const baab = bracket(b, aab, n);
  return a.map((entry, index) => {
    let sum = entry + b[index];
    if (order >= 2) sum += ab[index] / 2;
    if (order >= 3) sum += (aab[index] - bab[index]) / 12;
    if (order >= 4) sum -= baab[index] / 24;
    return sum;
  });
}
