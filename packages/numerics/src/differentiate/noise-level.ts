import { checkSamples } from './check-samples.js';
import { stencilWeights } from './stencil-weights.js';

/**
 * The standard deviation of the noise of each column, from the third divided differences of neighbours,
 * in which a smooth signal all but vanishes: σ² = median of (Σ wᵢyᵢ)²/Σ wᵢ² over 0.4549, the median of χ²₁.
 * @param values row-major rows × columns, 4 rows or more
 */
export function noiseLevel(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
): Float64Array {
  const rows = checkSamples(times, values, columns);
  if (rows < 4) throw new RangeError(`${rows} rows are too few; give 4 or more.`);
  return Float64Array.from({ length: columns }, (_, column) => {
    const squares = Float64Array.from({ length: rows - 3 }, (_unused, row) => {
      const points = [times[row], times[row + 1], times[row + 2], times[row + 3]];
      const weights = stencilWeights(points, points[0], 3);
      let sum = 0;
      let square = 0;
      for (let at = 0; at < 4; at++) {
        sum += weights[at] * values[(row + at) * columns + column];
        square += weights[at] ** 2;
      }
      return (sum * sum) / square;
    }).sort();
    return Math.sqrt(squares[Math.floor(squares.length / 2)] / 0.4549);
  });
}
