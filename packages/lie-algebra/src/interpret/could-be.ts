import type { Fingerprint } from './fingerprint.js';

/**
 * Whether a noisy basis may come from a known algebra: whatever is clearly positive, clearly negative
 * or clearly not 0 in its fingerprint must have its counterpart in the exact one. What is small may
 * be noise or be small, so only the fit of a conjugation decides about it.
 * @param noise standard deviation of an entry of the orthonormal basis that was found
 */
export function couldBe(found: Fingerprint, exact: Fingerprint, noise: number): boolean {
  const names = Object.keys(found) as (keyof Fingerprint)[];
  const tolerance = 5 * noise * Math.sqrt(Math.max(found.moved.length, found.derived.length));
  // The Killing form is quadratic in the brackets, so its noise grows with them; in large spaces it
  // is the average of many, and each algebra that passes costs a long search.
  const killing =
    (found.moved.length > 4 ? 8 : 20) * noise * Math.hypot(5 * noise, ...found.derived);
  return names.every((name) => {
    const limit = name === 'killing' ? killing : tolerance;
    return (
      count(found[name], limit, 1) <= count(exact[name], 1e-6, 1) &&
      count(found[name], limit, -1) <= count(exact[name], 1e-6, -1)
    );
  });
}

function count(values: Float64Array, limit: number, sign: number): number {
  return values.filter((value) => sign * value > limit).length;
}
