import { type Trajectory, invalidArgument } from '@noether/contracts';

/** The pieces of a recording between its gaps. */
export interface Pieces {
  readonly items: readonly Trajectory[];
  /** Rows with some value that is not finite. */
  readonly dropped: number;
  /** Rows in pieces too short to keep. */
  readonly short: number;
}

/**
 * Cuts a recording at rows with a value that is not finite, so that a gap costs its rows and no more.
 * @param states row-major rows × d
 * @param shortest pieces with fewer rows are left out; 3 by default, what a difference needs
 * @throws NoetherError when the lengths do not match
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
  const items: Trajectory[] = [];
  let dropped = 0;
  let short = 0;
  let start = 0;
  const close = (end: number): void => {
    if (end - start >= shortest) {
      const [from, to] = [start * d, end * d];
      items.push({ times: times.slice(start, end), states: states.slice(from, to) });
    } else {
      short += end - start;
    }
    start = end + 1;
  };
  for (let row = 0; row < times.length; row++) {
    const values = states.subarray(row * d, (row + 1) * d);
    if (Number.isFinite(times[row]) && values.every(Number.isFinite)) continue;
    dropped++;
    close(row);
  }
  close(times.length);
  return { items, dropped, short };
}
