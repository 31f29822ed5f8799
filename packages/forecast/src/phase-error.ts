import { invalidArgument } from '@noether/contracts';

/** How a forecast runs ahead of the truth or falls behind. */
export interface PhaseError {
  /** Phase of the forecast minus phase of the truth at each time, in radians, without jumps. */
  readonly error: Float64Array;
  /** Angular frequency of the forecast and of the truth: slopes of the lines through the phases. */
  readonly frequency: number;
  readonly trueFrequency: number;
}

/** Which two variables show the oscillation, 0 and 1 by default. */
export interface PhaseOptions {
  readonly variables?: readonly [number, number];
}

/**
 * Phases φ(t) = atan2(y − ȳ, x − x̄) of an oscillation in the plane of two variables, each axis measured
 * from the mean of the truth in units of its deviation, unwrapped. Their difference grows like (ω̂ − ω)t for a
 * forecast with a wrong frequency.
 * @param truth row-major times × dimension
 * @param predicted as `truth`
 * @throws NoetherError when lengths differ or a variable does not exist
 */
export function phaseError(
  truth: Float64Array,
  predicted: Float64Array,
  times: ArrayLike<number>,
  dimension: number,
  { variables = [0, 1] }: PhaseOptions = {},
): PhaseError {
  if (truth.length !== times.length * dimension || predicted.length !== truth.length) {
    throw invalidArgument(
      'predicted',
      predicted,
      `give ${times.length * dimension} values in both`,
    );
  }
  if (variables.some((index) => !Number.isInteger(index) || index < 0 || index >= dimension)) {
    throw invalidArgument('variables', variables, `give two indices below ${dimension}`);
  }
  const axes = variables.map((index) => {
    const values = truth.filter((_, at) => at % dimension === index);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { index, mean, deviation: Math.sqrt(square) || 1 };
  });
  const phases = (states: Float64Array): Float64Array =>
    unwrapped(
      Float64Array.from({ length: times.length }, (_, row) => {
        const [x, y] = axes.map(
          ({ index, mean, deviation }) => (states[row * dimension + index] - mean) / deviation,
        );
        return Math.atan2(y, x);
      }),
    );
  const own = phases(predicted);
  const actual = phases(truth);
  const turn = 2 * Math.PI * Math.round((own[0] - actual[0]) / (2 * Math.PI));
  return {
    error: own.map((phase, row) => phase - actual[row] - turn),
    frequency: slope(times, own),
    trueFrequency: slope(times, actual),
  };
}

function unwrapped(phases: Float64Array): Float64Array {
  for (let row = 1; row < phases.length; row++) {
    const turns = Math.round((phases[row] - phases[row - 1]) / (2 * Math.PI));
    phases[row] -= 2 * Math.PI * turns;
  }
  return phases;
}

/** Least-squares slope. */
function slope(times: ArrayLike<number>, values: Float64Array): number {
  const rows = values.length;
  let [meanTime, meanValue] = [0, 0];
  for (let row = 0; row < rows; row++) {
    meanTime += times[row] / rows;
    meanValue += values[row] / rows;
  }
  let [product, square] = [0, 0];
  for (let row = 0; row < rows; row++) {
    product += (times[row] - meanTime) * (values[row] - meanValue);
    square += (times[row] - meanTime) ** 2;
  }
  return product / square;
}
