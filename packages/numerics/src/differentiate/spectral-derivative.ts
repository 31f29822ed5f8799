import { fourierTransform } from './fourier-transform.js';

/** Options of {@link spectralDerivative}. */
export interface SpectralOptions {
  /** The period: the first sample comes again after the last. */
  readonly period: number;
  /** Which derivative; 1 by default. */
  readonly derivative?: number;
}

/**
 * Derivatives of periodic functions on an even grid by (2πik/period)ᵈ on the Fourier coefficients. The
 * highest frequency of an even number of samples has no odd derivative and is left out there.
 * @param values row-major rows × columns
 * @throws RangeError when the period or the derivative is not positive
 */
export function spectralDerivative(
  values: ArrayLike<number>,
  columns: number,
  { period, derivative = 1 }: SpectralOptions,
): Float64Array {
  if (!(period > 0)) throw new RangeError(`period is ${period}; give a positive number.`);
  if (!Number.isInteger(derivative) || derivative < 1) {
    throw new RangeError(`derivative is ${derivative}; give a whole number, 1 or more.`);
  }
  const rows = values.length / columns;
  const result = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const samples = Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]);
    const { real, imaginary } = fourierTransform(samples, new Float64Array(rows));
    for (let k = 0; k < rows; k++) {
      const frequency = k <= rows / 2 ? k : k - rows;
      const unpaired = 2 * k === rows && derivative % 2 === 1;
      const size = unpaired ? 0 : ((2 * Math.PI * frequency) / period) ** derivative / rows;
      const [a, b] = [real[k] * size, imaginary[k] * size];
      const turns = derivative % 4;
      real[k] = [a, -b, -a, b][turns];
      imaginary[k] = [b, a, -b, -a][turns];
    }
    const back = fourierTransform(real, imaginary, true);
    for (let row = 0; row < rows; row++) result[row * columns + column] = back.real[row];
  }
  return result;
}
