import { type Context, NoetherError, type Trajectories, trajectories } from '@noether/contracts';

/** Recordings in two parts, without the velocities of the reader. */
export interface HeldOut {
  readonly fit: Trajectories;
  /** The rows at the end of each trajectory. */
  readonly held: Trajectories;
}

/** Rows that a fit needs of each trajectory. */
const FEWEST = 8;

/**
 * Cuts off the end of each trajectory, `share` of it and at least two rows. Pieces between gaps that are too
 * short for that are left out with a note.
 * @throws NoetherError when a trajectory of a recording without gaps, or every piece, is too short
 */
export function holdOut(data: Trajectories, share: number, { observe }: Context): HeldOut {
  const border = (rows: number): number => rows - Math.max(2, Math.round(share * rows));
  const long = data.items.filter(({ times }) => border(times.length) >= FEWEST);
  const left = data.items.length - long.length;
  if (left > 0 && (!data.gaps || long.length === 0)) throw tooShort(data, border);
  if (left > 0) {
    const pieces = left === 1 ? '1 piece between gaps was' : `${left} pieces between gaps were`;
    const message = `${pieces} too short to hold out its end, and left out`;
    observe({ kind: 'note', stage: 'equations', message });
  }
  const { names, inputs } = data;
  const widths = { states: names.length, inputs: inputs?.names.length ?? 0, weights: 1 };
  const part = (from: (rows: number) => number, to: (rows: number) => number): Trajectories =>
    trajectories({
      ...data,
      items: long.map(({ times, states, inputs: driven, weights }) => {
        const [first, end] = [from(times.length), to(times.length)];
        const rows = (values: Float64Array, width: number): Float64Array =>
          values.slice(first * width, end * width);
        return {
          times: times.slice(first, end),
          states: rows(states, widths.states),
          ...(driven && { inputs: rows(driven, widths.inputs) }),
          ...(weights && { weights: rows(weights, widths.weights) }),
        };
      }),
    });
  return { fit: part(() => 0, border), held: part(border, (rows) => rows) };
}

function tooShort({ items }: Trajectories, border: (rows: number) => number): NoetherError {
  const short = items.findIndex(({ times }) => border(times.length) < FEWEST);
  return new NoetherError(`Trajectory ${short} has ${items[short].times.length} rows.`, {
    code: 'trajectory-too-short',
    argument: `items[${short}]`,
    value: items[short].times.length,
    hint: 'Give at least 10 rows, or hold out a smaller share.',
  });
}
