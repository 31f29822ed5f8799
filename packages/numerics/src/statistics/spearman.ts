import { mean } from './mean.js';

/**
 * Spearman's rank correlation: the correlation of the ranks, where equal values share the mean of
 * their ranks. It is ±1 for every strictly monotone relation, and NaN when one side is constant.
 * @throws RangeError when the lengths differ or there are no values
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(`a has ${a.length} values and b has ${b.length}; give pairs.`);
  }
  const first = ranks(a);
  const second = ranks(b);
  const centre = mean(first);
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let index = 0; index < first.length; index++) {
    const x = first[index] - centre;
    const y = second[index] - centre;
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return product / Math.sqrt(squareA * squareB);
}

function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, index) => index);
  order.sort((first, second) => values[first] - values[second]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let index = from; index <= to; index++) result[order[index]] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}
