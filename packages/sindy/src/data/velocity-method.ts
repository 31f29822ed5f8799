import {
  finiteDifferences,
  type FiniteDifferenceOptions,
  localPolynomial,
  type LocalPolynomialOptions,
  savitzkyGolay,
  smoothingSpline,
  type SmoothingSplineOptions,
  spectralDerivative,
} from '@noether/numerics';
import { NoetherError } from '@noether/contracts';

/** States as the library shall see them, and their velocities; row-major rows × d. */
export interface Differentiated {
  readonly states: Float64Array;
  readonly velocities: Float64Array;
}

/** Makes velocities of one trajectory. */
export interface VelocityMethod {
  /** @param into an array of the size of the velocities that may become them; what it holds does not matter */
  (times: Float64Array, states: Float64Array, columns: number, into?: Float64Array): Differentiated;
  /** On how many rows on each side a row of the result depends; left out when on all. */
  readonly overlap?: number;
}

/** Finite differences of any order on any times; the states stay as they are. */
export function byFiniteDifferences(options: FiniteDifferenceOptions = {}): VelocityMethod {
  const method: VelocityMethod = (times, states, columns, into) => ({
    states,
    velocities: finiteDifferences(times, states, columns, into ? { ...options, into } : options),
  });
  const { order = 2, derivative = 1, period } = options;
  return period === undefined ? Object.assign(method, { overlap: order + derivative }) : method;
}

/** Smoothing by Savitzky and Golay, then differences of order 2 of the smoothed states (pysindy's way). */
export function bySavitzkyGolay(window = 11, degree = 3): VelocityMethod {
  const method = (times: Float64Array, states: Float64Array, columns: number): Differentiated => {
    checkEven(times);
    const smooth = savitzkyGolay(states, columns, { window, degree });
    return { states: smooth, velocities: finiteDifferences(times, smooth, columns) };
  };
  return Object.assign(method, { overlap: window });
}

/** The natural cubic spline that is as smooth as the noise allows; see `smoothingSpline` of numerics. */
export function bySmoothingSpline(options: SmoothingSplineOptions = {}): VelocityMethod {
  return (times, states, columns) => {
    const { values, derivatives } = smoothingSpline(times, states, columns, options);
    return { states: values, velocities: derivatives };
  };
}

/** Polynomials fitted to the samples within `reach` of each time. */
export function byLocalPolynomials(options: LocalPolynomialOptions): VelocityMethod {
  return (times, states, columns) => ({
    states: localPolynomial(times, states, columns, { ...options, derivative: 0 }),
    velocities: localPolynomial(times, states, columns, { ...options, derivative: 1 }),
  });
}

/**
 * By the Fourier transform, for recordings of whole periods on even times: the first state comes again one interval
 * after the last.
 */
export function bySpectralDerivatives(): VelocityMethod {
  return (times, states, columns) => {
    checkEven(times);
    const rows = times.length;
    const period = ((times[rows - 1] - times[0]) * rows) / (rows - 1);
    return { states, velocities: spectralDerivative(states, columns, { period }) };
  };
}

function checkEven(times: Float64Array): void {
  const rows = times.length;
  const interval = (times[rows - 1] - times[0]) / (rows - 1);
  const wrong = times.findIndex(
    (time, row) => Math.abs(time - times[0] - row * interval) > 1e-6 * interval,
  );
  if (wrong >= 0) {
    throw new NoetherError(`The times are not even: row ${wrong} is at ${times[wrong]}.`, {
      code: 'uneven-times',
      argument: 'times',
      value: times[wrong],
      hint: 'Use finite differences, a smoothing spline or local polynomials.',
    });
  }
}
