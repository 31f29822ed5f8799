/** How many of ascending singular values count as 0, and how clear that is. */
export interface NullGap {
  readonly dimension: number;
  /** First value that is not 0 over the last that is (at least 1e-15 of the largest); Infinity if all are 0. */
  readonly gap: number;
}

/**
 * The gap rule: among the cuts that leave only values up to `tolerance` times the largest below them,
 * the one with the largest ratio between its neighbours. With no value below the cut, the neighbour
 * is `tolerance` times the largest.
 * @param values singular values, ascending
 */
export function nullGap(values: Float64Array, tolerance: number): NullGap {
  const largest = values[values.length - 1] ?? 0;
  const floor = 1e-15 * largest;
  if (largest === 0) return { dimension: values.length, gap: Infinity };
  let best: NullGap = { dimension: 0, gap: values[0] / (tolerance * largest) };
  for (let k = 1; k < values.length && values[k - 1] <= tolerance * largest; k++) {
    const gap = values[k] / Math.max(values[k - 1], floor);
    if (gap > best.gap) best = { dimension: k, gap };
  }
  return best;
}
