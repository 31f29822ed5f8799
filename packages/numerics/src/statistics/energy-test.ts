import type { RandomStream } from '../random/random-stream.js';
import { distances } from './distances.js';

/** Result of the energy test. */
export interface EnergyTest {
  /** 2 E|a − b| − E|a − a'| − E|b − b'|, which is 0 for equal laws, over E|a − b|: 0 … 1. */
  readonly statistic: number;
  /** Share of the random divisions of both samples with at least this statistic; small when the laws differ. */
  readonly pValue: number;
}

/**
 * Whether two samples in d dimensions come from one law: the energy statistic with a permutation test.
 * Source: G. J. Székely and M. L. Rizzo, J. Stat. Plan. Inference 143 (2013) 1249.
 * @param a row-major n × d
 * @param b row-major m × d
 * @param permutations random divisions; the smallest p-value is 1 / (permutations + 1)
 * @throws RangeError when a sample has fewer than two rows
 */
export function energyTest(
  a: Float64Array,
  b: Float64Array,
  d: number,
  random: RandomStream,
  permutations = 199,
): EnergyTest {
  const [n, m] = [a.length / d, b.length / d];
  if (!(n >= 2 && m >= 2)) {
    throw new RangeError(`The samples have ${n} and ${m} rows; give at least two each.`);
  }
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  const table = distances(all, all, d);
  const order = Int32Array.from({ length: n + m }, (_, index) => index);
  const statistic = statisticOf(table, order, n);
  let reached = 0;
  for (let count = 0; count < permutations; count++) {
    if (statisticOf(table, random.permutation(n + m), n) >= statistic) reached += 1;
  }
  return { statistic, pValue: (reached + 1) / (permutations + 1) };
}

function statisticOf(table: Float64Array, order: Int32Array, n: number): number {
  const total = order.length;
  const m = total - n;
  let [within, across, beyond] = [0, 0, 0];
  for (let i = 0; i < total; i++) {
    const row = order[i] * total;
    for (let j = 0; j < i; j++) {
      const distance = table[row + order[j]];
      if (i < n) within += distance;
      else if (j < n) across += distance;
      else beyond += distance;
    }
  }
  const mean = across / (n * m);
  return mean > 0 ? (2 * mean - (2 * within) / (n * n) - (2 * beyond) / (m * m)) / (2 * mean) : 0;
}
