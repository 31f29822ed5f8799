import { distances } from './distances.js';

/** Points whose distances are held at once. */
const POINTS = 256;

/**
 * The Euclidean distance of every point to the nearest of the references.
 * @param points row-major n × d
 * @param references row-major m × d, m ≥ 1
 */
export function nearestDistances(
  points: Float64Array,
  references: Float64Array,
  d: number,
): Float64Array {
  const m = references.length / d;
  const nearest = new Float64Array(points.length / d).fill(Infinity);
  for (let first = 0; first < nearest.length; first += POINTS) {
    const table = distances(points.subarray(first * d, (first + POINTS) * d), references, d);
    table.forEach((distance, at) => {
      const row = first + Math.floor(at / m);
      if (distance < nearest[row]) nearest[row] = distance;
    });
  }
  return nearest;
}
