import { polynomialWeights } from './polynomial-weights.js';

/** Options of {@link savitzkyGolay}. */
export interface SavitzkyGolayOptions {
  /** Number of points of a window, odd; 11 by default. */
  readonly window?: number;
  /** Degree of the polynomial, below the window; 3 by default. */
  readonly degree?: number;
  /** Which derivative; 0, the smoothed value, by default. */
  readonly derivative?: number;
  /** Distance of the samples; 1 by default. */
  readonly interval?: number;
}

/**
 * Smoothed values or derivatives of evenly sampled functions: the least-squares polynomial of each
 * centred window (Savitzky and Golay, Anal. Chem. 36, 1964). Near the ends the polynomial of the first or
 * last whole window is evaluated.
 * @param values row-major rows × columns
 * @throws RangeError when the window is even, not above the degree or longer than the data
 */
export function savitzkyGolay(
  values: ArrayLike<number>,
  columns: number,
  options: SavitzkyGolayOptions = {},
): Float64Array {
  const { window = 11, degree = 3, derivative = 0, interval = 1 } = options;
  const rows = values.length / columns;
  if (!Number.isInteger(window) || window % 2 === 0 || window <= degree || window > rows) {
    throw new RangeError(
      `window is ${window}; give an odd number above the degree ${degree} and at most ${rows}, the rows.`,
    );
  }
  if (!(interval > 0)) throw new RangeError(`interval is ${interval}; give a positive number.`);
  const points = Float64Array.from({ length: window }, (_, at) => at * interval);
  const half = (window - 1) / 2;
  const weights = Array.from(points, (at) => polynomialWeights(points, at, degree, derivative));
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const first = Math.min(Math.max(row - half, 0), rows - window);
    const own = weights[row - first];
    for (let at = 0; at < window; at++) {
      for (let column = 0; column < columns; column++) {
        result[row * columns + column] += own[at] * values[(first + at) * columns + column];
      }
    }
  }
  return result;
}
