import { invalidArgument } from '@noether/contracts';

/**
 * Time derivatives of sampled states, row-major T × d: at each row the slope of the parabola through
 * the row and its two neighbours, at the ends through the three outermost rows. Second order in the
 * step, exact for quadratic motion, for even and uneven times alike (Fornberg 1988). Two rows give
 * the slope between them.
 * @throws NoetherError when there is only one row or the lengths do not match
 */
export function finiteDifferences(
  times: Float64Array,
  states: Float64Array,
  dimension: number,
): Float64Array {
  const rows = times.length;
  if (rows < 2) throw invalidArgument('times', times, 'a velocity needs at least two rows');
  if (states.length !== rows * dimension) {
    throw invalidArgument('states', states, `expected ${rows * dimension}, ${rows} rows`);
  }
  const velocities = new Float64Array(states.length);
  const size = Math.min(3, rows);
  for (let row = 0; row < rows; row++) {
    const first = Math.max(0, Math.min(row - 1, rows - size));
    const weights = size === 2 ? slope(times) : parabolaSlope(times, first, row);
    for (let column = 0; column < dimension; column++) {
      let velocity = 0;
      for (let node = 0; node < size; node++) {
        velocity += weights[node] * states[(first + node) * dimension + column];
      }
      velocities[row * dimension + column] = velocity;
    }
  }
  return velocities;
}

function slope(times: Float64Array): number[] {
  const weight = 1 / (times[1] - times[0]);
  return [-weight, weight];
}

/** Weights of x(t₀), x(t₁), x(t₂) in the derivative at `row` of their Lagrange parabola. */
function parabolaSlope(times: Float64Array, first: number, row: number): number[] {
  const [t0, t1, t2] = [times[first], times[first + 1], times[first + 2]];
  const t = times[row];
  return [
    (t - t1 + (t - t2)) / ((t0 - t1) * (t0 - t2)),
    (t - t0 + (t - t2)) / ((t1 - t0) * (t1 - t2)),
    (t - t0 + (t - t1)) / ((t2 - t0) * (t2 - t1)),
  ];
}
