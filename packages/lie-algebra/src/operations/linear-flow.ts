import { invalidArgument } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';
import { checkGenerators } from '../check-generators.js';
import { checkOrder } from '../check-order.js';
import { expmBatch } from '@noether/numerics';

/**
 * The flow x(t) = exp(tL) x of the linear vector field ẋ = L x.
 * @param generator L, row-major n × n
 * @param points rows x, count × n
 * @param times t₁ … t_T
 * @returns T × count × n: all points at the first time, then at the next
 * @throws NoetherError when L is not n × n, the length of the points is no multiple of n, or a
 *   number is not finite
 */
export function linearFlow(
  generator: Float64Array,
  n: number,
  points: Float64Array,
  times: ArrayLike<number>,
): Float64Array {
  checkOrder('n', n);
  checkGenerators([generator], n);
  checkFinite('points', points, n);
  checkFinite('times', Float64Array.from(times), 1);
  if (points.length % n !== 0) {
    throw invalidArgument('points', points, `give a multiple of ${n} values, one row a point`);
  }
  const area = n * n;
  const matrices = new Float64Array(times.length * area);
  for (let index = 0; index < times.length; index++) {
    for (let entry = 0; entry < area; entry++) {
      matrices[index * area + entry] = times[index] * generator[entry];
    }
  }
  const exponentials = expmBatch(matrices, n, times.length);
  const result = new Float64Array(times.length * points.length);
  for (let index = 0; index < times.length; index++) {
    for (let point = 0; point < points.length; point += n) {
      for (let row = 0; row < n; row++) {
        let sum = 0;
        for (let column = 0; column < n; column++) {
          sum += exponentials[index * area + row * n + column] * points[point + column];
        }
        result[index * points.length + point + row] = sum;
      }
    }
  }
  return result;
}
