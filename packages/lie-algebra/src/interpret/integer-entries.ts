import { checkFinite } from '../check-finite.js';

/** A matrix read as a multiple of small integers. */
export interface IntegerReading {
  /** The matrix is about scale · integers. */
  readonly scale: number;
  readonly integers: readonly number[];
  /** Largest |entry − scale · integer|, relative to the largest entry. */
  readonly error: number;
  /** Whether the error is within the tolerance: otherwise the integers mean little. */
  readonly holds: boolean;
}

/**
 * Reads the entries of a matrix as small integers times a common scale, so that their ratios are
 * fractions: the first k from 1 for which entries · k/(largest entry) are integers up to the
 * tolerance, else the k with the least error.
 * @param tolerance error of an entry relative to the largest; 0.02 when left out
 * @param most k at most; 6 when left out: with large integers everything is near a fraction
 * @throws NoetherError when an entry is not finite
 */
export function integerEntries(matrix: Float64Array, tolerance = 0.02, most = 6): IntegerReading {
  checkFinite('matrix', matrix, matrix.length);
  const top = matrix.reduce((best, entry) => Math.max(best, Math.abs(entry)), 0);
  let best = readAt(matrix, top, 1, tolerance);
  for (let k = 2; k <= most && !best.holds; k++) {
    const next = readAt(matrix, top, k, tolerance);
    if (next.holds || next.error < best.error) best = next;
  }
  return best;
}

function readAt(matrix: Float64Array, top: number, k: number, tolerance: number): IntegerReading {
  const scale = top === 0 ? 1 : top / k;
  // Adding 0 turns −0 into 0.
  const integers = Array.from(matrix, (entry) => Math.round(entry / scale) + 0);
  const error = matrix.reduce(
    (worst, entry, index) => Math.max(worst, Math.abs(entry / scale - integers[index]) / k),
    0,
  );
  return { scale, integers, error, holds: error <= tolerance };
}
