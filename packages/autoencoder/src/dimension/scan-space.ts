import { invalidArgument } from '@noether/contracts';
import { effectiveRank } from '@noether/numerics';
import { intoCoordinates, principalCoordinates } from '../sindy/principal-coordinates.js';

/** The share of the variance outside of the coordinates that the networks see. */
const UNEXPLAINED = 1e-4;

/** The data in the principal coordinates of the states, scaled to mean square 1 together. */
export interface ScanSpace {
  readonly width: number;
  readonly states: Float32Array;
  readonly heldOut: Float64Array;
  /** Mean square of the held-out rows. */
  readonly variance: number;
  /** What principal components alone reach. */
  linear(dimension: number): Reconstruction;
}

/** Mean squared error of all rows and of the worst hundredth, over the variance. */
export interface Errors {
  readonly mean: number;
  readonly worst: number;
}

/** What a map into fewer dimensions and back reached on the rows held out. */
export interface Reconstruction extends Errors {
  /** Effective rank of the latent covariance. */
  readonly rank: number;
}

/** @throws NoetherError when the states are all the same */
export function scanSpace(
  states: Float64Array,
  heldOut: Float64Array,
  variables: number,
): ScanSpace {
  const coordinates = principalCoordinates(states, variables, UNEXPLAINED);
  const { scales } = coordinates;
  const width = scales.length;
  const square = scales.reduce((sum, scale) => sum + scale ** 2, 0);
  if (!(square > 0)) throw invalidArgument('states', square, 'all of them are the same');
  const unit = Math.sqrt(square / width);
  const scaled = (rows: Float64Array): Float32Array =>
    intoCoordinates(rows, coordinates, 'states').map(
      (value, at) => (value * scales[at % width]) / unit,
    );
  const held = Float64Array.from(scaled(heldOut));
  const variance = held.reduce((sum, value) => sum + value ** 2, 0) / (held.length / width);
  const linear = (dimension: number): Reconstruction => ({
    ...errorsOf(
      held.map((value, at) => (at % width < dimension ? 0 : value)),
      width,
      variance,
    ),
    rank: effectiveRank(scales.slice(0, dimension).map((scale) => scale ** 2)),
  });
  return { width, states: scaled(states), heldOut: held, variance, linear };
}

/** Mean squared length of differences between rows, and that of the longest hundredth, over the variance. */
export function errorsOf(differences: Float64Array, width: number, variance: number): Errors {
  const count = differences.length / width;
  const squares = new Float64Array(count);
  differences.forEach((value, at) => (squares[Math.floor(at / width)] += value ** 2 / variance));
  const longest = squares.sort().slice(-Math.ceil(count / 100));
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean: mean(squares), worst: mean(longest) };
}
