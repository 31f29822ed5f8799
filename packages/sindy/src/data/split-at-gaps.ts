import { type Trajectory, invalidArgument, splitAtGaps as split } from '@noether/contracts';

/** The pieces of a recording between its gaps. */
export interface Pieces {
  readonly items: readonly Trajectory[];
  /** Rows with some value that is not finite. */
  readonly dropped: number;
  /** Rows in pieces too short to keep. */
  readonly short: number;
}

/**
 * Cuts one recording at rows with a value that is not finite, so that a gap costs its rows and no more. For
 * whole `Trajectories` see the option `gaps` of `trajectories` in contracts.
 * @param states row-major rows × d
 * @param shortest pieces with fewer rows are left out; 3 by default, what a difference needs
 * @throws NoetherError when the lengths do not match or nothing is left
 */
export function splitAtGaps(
  times: Float64Array,
  states: Float64Array,
  d: number,
  shortest = 3,
): Pieces {
  if (states.length !== times.length * d) {
    throw invalidArgument('states', states, `give ${times.length} rows of ${d} values`);
  }
  const names = Array.from({ length: d }, (_, index) => `x${index}`);
  const { items, gaps } = split([{ times, states }], names, [], shortest);
  return { items, dropped: gaps.rows, short: gaps.short };
}
