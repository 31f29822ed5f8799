/** One comparison with a golden file: it holds when `error` is at most `tolerance`. */
export interface GoldenCheck {
  readonly file: string;
  readonly name: string;
  /** Largest |found − expected| / max(1, |expected|); 0 or Infinity where only equality counts. */
  readonly error: number;
  /** Left out: information only, with the reason in `note`. */
  readonly tolerance?: number;
  readonly note?: string;
}

/** Largest |found − expected| / max(1, |expected|); Infinity when the lengths differ. */
export function deviation(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Infinity;
  let worst = 0;
  for (let at = 0; at < expected.length; at++) {
    const error = Math.abs(found[at] - expected[at]) / Math.max(1, Math.abs(expected[at]));
    if (!(error <= worst)) worst = Number.isNaN(error) ? Infinity : error;
  }
  return worst;
}

/** 0 when the zeros are in the same places, Infinity otherwise. */
export function sameZeros(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Infinity;
  for (let at = 0; at < expected.length; at++) {
    if ((found[at] === 0) !== (expected[at] === 0)) return Infinity;
  }
  return 0;
}
