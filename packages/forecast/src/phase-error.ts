import { invalidArgument } from '@noether/contracts';
import { type Ellipse, ellipseThrough } from './ellipse-through.js';

/** How a forecast runs ahead of the truth or falls behind. */
export interface PhaseError {
  /** Phase of the forecast minus phase of the truth at each time, in radians, without jumps. */
  readonly error: Float64Array;
  /** Angular frequency of the forecast and of the truth: slopes of the lines through the phases. */
  readonly frequency: number;
  readonly trueFrequency: number;
}

/** Options of {@link phaseError}. */
export interface PhaseOptions {
  /** Which two variables show the oscillation, 0 and 1 by default. */
  readonly variables?: readonly [number, number];
  /** The point of their plane that the motion goes round; that of the ellipse through the truth by default. */
  readonly centre?: readonly [number, number];
}

/**
 * Phases φ(t) = atan2((y − y₀)/b, (x − x₀)/a) of an oscillation in the plane of two variables, unwrapped, about the
 * centre (x₀, y₀) and in units of the half axes a, b of the ellipse through the truth. Their difference grows like
 * (ω̂ − ω)t for a forecast with a wrong frequency. A part of a turn is enough; the mean of an arc would be no centre.
 * Where the truth does not go round, as on a line, its mean and deviations take the place of the ellipse.
 * @param truth row-major times × dimension
 * @param predicted as `truth`
 * @throws NoetherError when lengths differ, a variable does not exist or the centre is not two finite numbers
 */
export function phaseError(
  truth: Float64Array,
  predicted: Float64Array,
  times: ArrayLike<number>,
  dimension: number,
  { variables = [0, 1], centre }: PhaseOptions = {},
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
  if (centre && !(centre.length === 2 && centre.every(Number.isFinite))) {
    throw invalidArgument('centre', centre, 'give two finite numbers');
  }
  const plane = (states: Float64Array): Float64Array =>
    Float64Array.from(
      { length: 2 * times.length },
      (_, at) => states[(at >> 1) * dimension + variables[at % 2]],
    );
  const ellipse = ellipseThrough(plane(truth), centre);
  const phases = (states: Float64Array): Float64Array => phasesAbout(ellipse, plane(states));
  const own = phases(predicted);
  const actual = phases(truth);
  const turn = 2 * Math.PI * Math.round((own[0] - actual[0]) / (2 * Math.PI));
  return {
    error: own.map((phase, row) => phase - actual[row] - turn),
    frequency: slope(times, own),
    trueFrequency: slope(times, actual),
  };
}

function phasesAbout({ centre, axes }: Ellipse, points: Float64Array): Float64Array {
  return unwrapped(
    Float64Array.from({ length: points.length / 2 }, (_, row) =>
      Math.atan2(
        (points[2 * row + 1] - centre[1]) / axes[1],
        (points[2 * row] - centre[0]) / axes[0],
      ),
    ),
  );
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
