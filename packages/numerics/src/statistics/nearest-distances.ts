import { distances } from './distances.js';

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
  return Float64Array.from({ length: points.length / d }, (_, row) => {
    const own = distances(points.subarray(row * d, (row + 1) * d), references, d);
    let least = Infinity;
    for (let j = 0; j < m; j++) if (own[j] < least) least = own[j];
    return least;
  });
}
