import { checkSamples } from './check-samples.js';
import { polynomialWeights } from './polynomial-weights.js';

/** Options of {@link localPolynomial}. */
export interface LocalPolynomialOptions {
  /** How far a window reaches before and after a time, in the units of the times. */
  readonly reach: number;
  /** 3 by default. */
  readonly degree?: number;
  /** Which derivative; 1 by default. */
  readonly derivative?: number;
}

/**
 * Derivatives of noisy functions on any increasing times: the least-squares polynomial of all samples
 * within `reach` of each time. Windows are cut at the ends, not moved.
 * @param values row-major rows × columns
 * @throws RangeError when a window has too few samples for the degree
 */
export function localPolynomial(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
  { reach, degree = 3, derivative = 1 }: LocalPolynomialOptions,
): Float64Array {
  const rows = checkSamples(times, values, columns);
  if (!(reach > 0)) throw new RangeError(`reach is ${reach}; give a positive number.`);
  const slack = reach * (1 + 1e-9);
  const result = new Float64Array(rows * columns);
  let first = 0;
  let end = 0;
  for (let row = 0; row < rows; row++) {
    while (times[row] - times[first] > slack) first++;
    while (end < rows && times[end] - times[row] <= slack) end++;
    const points = Float64Array.from({ length: end - first }, (_, at) => times[first + at]);
    const weights = polynomialWeights(points, times[row], degree, derivative);
    for (let at = 0; at < weights.length; at++) {
      for (let column = 0; column < columns; column++) {
        result[row * columns + column] += weights[at] * values[(first + at) * columns + column];
      }
    }
  }
  return result;
}
