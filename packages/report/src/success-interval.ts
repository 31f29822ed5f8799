const QUANTILE = 1.959963984540054;

/**
 * The 95 % score interval of a success rate (Wilson 1927), with n runs, p = successes/n and z = 1.96:
 * [p + z²/2n ± z √(p(1 − p)/n + z²/4n²)] / (1 + z²/n). Zero runs tell nothing: [0, 1].
 */
export function successInterval(successes: number, runs: number): [low: number, high: number] {
  if (runs === 0) return [0, 1];
  const rate = successes / runs;
  const square = QUANTILE ** 2;
  const centre = rate + square / (2 * runs);
  const half = QUANTILE * Math.sqrt((rate * (1 - rate)) / runs + square / (4 * runs ** 2));
  const scale = 1 + square / runs;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
