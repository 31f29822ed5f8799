/** A closed range of an axis. */
export type Domain = readonly [number, number];

/** The range of some finite values with a margin, as a fraction of their spread, at both ends. */
export function domainOf(values: readonly number[], margin = 0.05): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const pad = low === high ? Math.abs(low) * margin || 1 : (high - low) * margin;
  return [low - pad, high + pad];
}

/** Two ranges of the same length around their values: one unit is equally long on both axes. */
export function equalDomains(
  xs: readonly number[],
  ys: readonly number[],
): { readonly x: Domain; readonly y: Domain } {
  const x = domainOf(xs);
  const y = domainOf(ys);
  const half = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
  const around = ([low, high]: Domain): Domain => [
    (low + high) / 2 - half,
    (low + high) / 2 + half,
  ];
  return { x: around(x), y: around(y) };
}
