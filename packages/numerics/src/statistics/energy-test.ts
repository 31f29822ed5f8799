import type { RandomStream } from '../random/random-stream.js';
import { distances } from './distances.js';

/** Result of the energy test. */
export interface EnergyTest {
  /** 2 E|a − b| − E|a − a'| − E|b − b'|, which is 0 for equal laws, over 2 E|a − b|: 0 … 1. */
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
  return energyTestOf(distances(all, all, d), n, random, permutations);
}

/**
 * {@link energyTest} by the distances of all rows.
 * @param table row-major (n + m) × (n + m), symmetric; the n rows of the first sample first
 * @throws RangeError when the table is not square or a sample has fewer than two rows
 */
export function energyTestOf(
  table: Float64Array,
  n: number,
  random: RandomStream,
  permutations = 199,
): EnergyTest {
  const total = Math.sqrt(table.length);
  const m = total - n;
  if (!(Number.isInteger(total) && n >= 2 && m >= 2)) {
    throw new RangeError(`The samples have ${n} and ${m} rows; give at least two each.`);
  }
  const statistic = energyStatistic(table, n, m);
  const first = Int32Array.from({ length: n }, (_, index) => index);
  const observed = statistic(first);
  let reached = 0;
  for (let count = 0; count < permutations; count++) {
    const drawn = random.permutation(total).subarray(0, n).sort();
    if (statistic(drawn) >= observed) reached += 1;
  }
  return { statistic: observed, pValue: (reached + 1) / (permutations + 1) };
}

/**
 * The statistic of a division, by the ascending rows of its first part. Sums over rows of the table are known
 * beforehand, so that only the pairs within the first part, a quarter of all, are visited.
 */
function energyStatistic(table: Float64Array, n: number, m: number): (first: Int32Array) => number {
  const total = n + m;
  const sums = Float64Array.from({ length: total }, (_, row) =>
    sum(table.subarray(row * total, (row + 1) * total)),
  );
  const all = sum(sums) / 2;
  return (first) => {
    let [within, reach] = [0, 0];
    for (let i = 0; i < n; i++) {
      const row = first[i] * total;
      reach += sums[first[i]];
      for (let j = 0; j < i; j++) within += table[row + first[j]];
    }
    const across = reach - 2 * within;
    const beyond = all - within - across;
    const mean = across / (n * m);
    return mean > 0 ? (2 * mean - (2 * within) / (n * n) - (2 * beyond) / (m * m)) / (2 * mean) : 0;
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
