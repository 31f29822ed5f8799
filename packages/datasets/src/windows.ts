import {
  NoetherError,
  dimensionOf,
  invalidArgument,
  type RowSource,
  type StreamedWindows,
  type Trajectories,
  type Windows,
} from '@noether/contracts';
import { positiveInteger } from './positive-integer.js';

/** Options of {@link windows}. */
export interface WindowOptions {
  /** States per window; default 2. */
  readonly timesteps?: number;
  /** Rows between the states of a window; default 1. */
  readonly interval?: number;
  /** Rows between the starts of neighbouring windows; default 1. Thins the windows, changes none. */
  readonly stride?: number;
  /**
   * Whether the row that follows the window, one interval after its last state, must be in the
   * trajectory too; default true, as in LaLiGAN's data loader. False cuts every window that fits.
   */
  readonly successor?: boolean;
}

/**
 * Cuts trajectories into windows of `timesteps` states, `interval` rows apart, that never cross from
 * one trajectory into the next. A trajectory of T rows gives ⌈(T − n·interval) / stride⌉ windows,
 * n = timesteps, or timesteps − 1 without `successor`: 9 800 from 10 000 rows at interval 100. States
 * are copied once, as float32; a window is only the number of its first row.
 * @throws NoetherError that names the first trajectory too short for one window
 */
export function windows(data: Trajectories, options: WindowOptions = {}): Windows {
  const dimension = dimensionOf(data);
  const rows = data.items.map((item) => item.times.length);
  const states = new Float32Array(sum(rows) * dimension);
  let first = 0;
  data.items.forEach((item, index) => {
    states.set(item.states, first * dimension);
    first += rows[index];
  });
  return Object.freeze({ kind: 'windows', states, dimension, ...cut(rows, options) });
}

/**
 * The same windows of one recording that lies in memory as float32, row-major T × dimension: `frames`
 * is used as it is, so that 10,000 images of 10,000 pixels stay 400 MB. It must not change afterwards.
 * @throws NoetherError `invalid-argument` when `frames` is not whole rows, and as {@link windows}
 */
export function windowsOfFrames(
  frames: Float32Array,
  dimension: number,
  options: WindowOptions = {},
): Windows {
  positiveInteger('dimension', dimension);
  if (frames.length % dimension !== 0) {
    throw invalidArgument('frames', frames.length, `give whole rows of ${dimension} numbers`);
  }
  const rows = [frames.length / dimension];
  return Object.freeze({ kind: 'windows', states: frames, dimension, ...cut(rows, options) });
}

/**
 * The same windows of recordings that stay in their file: `rows` are the lengths of the recordings, which
 * lie one after the other from the first row of the source on; by default it is one recording. What
 * follows the last of them is left alone.
 * @throws NoetherError `invalid-argument` when the source has fewer rows, and as {@link windows}
 */
export function windowsOfRows(
  source: RowSource,
  options: WindowOptions = {},
  rows: readonly number[] = [source.rows],
): StreamedWindows {
  if (sum(rows) > source.rows) {
    throw invalidArgument('rows', sum(rows), `the source has ${source.rows}`);
  }
  const { dimension } = source;
  return Object.freeze({ kind: 'streamed-windows', source, dimension, ...cut(rows, options) });
}

type Cut = Pick<Windows, 'timesteps' | 'interval' | 'offsets'>;

/** Windows of recordings of so many rows that lie one after the other. */
function cut(rows: readonly number[], options: WindowOptions): Cut {
  const timesteps = positiveInteger('timesteps', options.timesteps ?? 2);
  const interval = positiveInteger('interval', options.interval ?? 1);
  const stride = positiveInteger('stride', options.stride ?? 1);
  const reach = ((options.successor ?? true) ? timesteps : timesteps - 1) * interval;
  const counts = rows.map((length, index) => {
    if (length <= reach) throw tooShort(index, length, reach + 1, timesteps, interval);
    return Math.ceil((length - reach) / stride);
  });
  const offsets = new Int32Array(sum(counts));
  let [first, window] = [0, 0];
  rows.forEach((length, index) => {
    for (let start = 0; start < counts[index]; start++) offsets[window++] = first + start * stride;
    first += length;
  });
  return { timesteps, interval, offsets };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tooShort(
  index: number,
  rows: number,
  needed: number,
  timesteps: number,
  interval: number,
): NoetherError {
  return new NoetherError(
    `Trajectory ${index} has ${rows} rows; windows of ${timesteps} states ${interval} rows apart ` +
      `need ${needed}.`,
    {
      code: 'trajectory-too-short',
      argument: `items[${index}]`,
      value: rows,
      hint: 'Leave the trajectory out, or use a smaller interval or fewer timesteps.',
    },
  );
}
