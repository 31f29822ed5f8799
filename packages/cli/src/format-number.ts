/** A number with `digits` significant digits, without exponent where that reads better. */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e6) return value.toExponential(digits - 1);
  if (size >= 10 ** digits - 0.5) return String(Math.round(value));
  return value.toPrecision(digits);
}

/** A count with thousands separated: `3,000`. */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
