import { checkShapes } from './check-trajectory.js';
import { NoetherError } from './error.js';
import type { Trajectory } from './trajectories.js';

/** What {@link splitAtGaps} cut out. */
export interface Gaps {
  /** Rows with a time or a value that is not finite. */
  readonly rows: number;
  /** Finite rows left out because their piece was too short. */
  readonly short: number;
  /** How many trajectories were cut. */
  readonly cut: number;
  /** How many pieces those gave. */
  readonly pieces: number;
}

/** The count in one sentence, for notes and reports. */
export function gapText({ rows, short, cut, pieces }: Gaps): string {
  const plural = (count: number, word: string): string =>
    `${count} ${word}${count === 1 ? '' : 's'}`;
  const lost = short > 0 ? `; ${plural(short, 'row')} between gaps were too few to keep` : '';
  const whole = cut === 1 ? '1 trajectory' : `${cut} trajectories`;
  return (
    `${plural(rows, 'row')} with a missing value ${rows === 1 ? 'was' : 'were'} cut out, ` +
    `which made ${plural(pieces, 'piece')} of ${whole}${lost}`
  );
}

/**
 * Cuts trajectories at rows with a value that is not finite, so that a gap costs its rows and no more.
 * @param shortest pieces with fewer rows are left out; 3 by default, what a difference needs
 * @throws NoetherError when lengths do not match or nothing is left
 */
export function splitAtGaps(
  items: readonly Trajectory[],
  names: readonly string[],
  inputs: readonly string[] = [],
  shortest = 3,
): { readonly items: readonly Trajectory[]; readonly gaps: Gaps } {
  const kept: Trajectory[] = [];
  const gaps = { rows: 0, short: 0, cut: 0, pieces: 0 };
  items.forEach((item, index) => {
    checkShapes(item, names.length, inputs, (message, value, hint) => {
      const argument = `items[${index}]`;
      const text = `Trajectory ${index}${message}.`;
      return new NoetherError(text, { code: 'invalid-trajectory', argument, value, hint });
    });
    const whole = wholeRows(item, names.length, inputs.length);
    const missing = item.times.length - whole.reduce((sum, [from, to]) => sum + to - from, 0);
    if (missing === 0) {
      kept.push(item);
      return;
    }
    const long = whole.filter(([from, to]) => to - from >= shortest);
    gaps.rows += missing;
    gaps.cut++;
    gaps.pieces += long.length;
    gaps.short += whole.reduce(
      (sum, [from, to]) => sum + (to - from < shortest ? to - from : 0),
      0,
    );
    kept.push(...long.map(([from, to]) => rowsOf(item, from, to)));
  });
  if (kept.length > 0) return { items: kept, gaps };
  throw new NoetherError(`No ${shortest} rows in a row are finite.`, {
    code: 'invalid-trajectory',
    argument: 'items',
    value: gaps.rows,
    hint: `All ${gaps.rows + gaps.short} rows lie in or between gaps; interpolate them.`,
  });
}

/** The runs of rows of d states and m inputs in which everything but the weights is finite, as [first, end). */
export function wholeRows(item: Trajectory, d: number, m: number): [number, number][] {
  const runs: [number, number][] = [];
  const { times, states, velocities, inputs } = item;
  const finite = (values: Float64Array | undefined, row: number, columns: number): boolean => {
    for (let at = row * columns; values && at < (row + 1) * columns; at++) {
      if (!Number.isFinite(values[at])) return false;
    }
    return true;
  };
  let start = 0;
  for (let row = 0; row <= times.length; row++) {
    const whole =
      row < times.length &&
      Number.isFinite(times[row]) &&
      finite(states, row, d) &&
      finite(velocities, row, d) &&
      finite(inputs, row, m);
    if (whole) continue;
    if (row > start) runs.push([start, row]);
    start = row + 1;
  }
  return runs;
}

/** The rows `from … to − 1` of a trajectory with all that belongs to them; views, not copies. */
export function rowsOf(item: Trajectory, from: number, to: number): Trajectory {
  const { times, states, velocities, inputs, weights } = item;
  const cut = (values: Float64Array): Float64Array => {
    const columns = values.length / times.length;
    return values.subarray(from * columns, to * columns);
  };
  return {
    times: cut(times),
    states: cut(states),
    ...(velocities ? { velocities: cut(velocities) } : {}),
    ...(inputs ? { inputs: cut(inputs) } : {}),
    ...(weights ? { weights: cut(weights) } : {}),
  };
}
