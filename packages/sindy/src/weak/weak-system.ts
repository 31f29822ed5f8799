import {
  type Trajectories,
  type Trajectory,
  NoetherError,
  invalidArgument,
} from '@noether/contracts';
import { streamingQr } from '@noether/numerics';
import { joinedRows } from '../data/joined-rows.js';
import type { Library } from '../library/library.js';
import { weakWeights, type WeakWeights } from './weak-weights.js';

/** First and last row of a window, both included. */
export type Window = readonly [number, number];

/** Options of {@link weakSystem}. */
export interface WeakOptions {
  /** Windows of one trajectory; evenly spread by default. */
  readonly windows?: (trajectory: Trajectory, index: number) => readonly Window[];
  /** How many windows each trajectory gets; 100 by default. */
  readonly count?: number;
  /** Half the width of a window as a fraction of the length of the trajectory; 1/20 by default. */
  readonly halfWidth?: number;
  /** p in φ = (1 − s²)ᵖ; 4 by default. */
  readonly power?: number;
}

/** One window with its quadrature weights. */
export interface WeakWindow {
  readonly trajectory: number;
  /** First row of the window in its trajectory. */
  readonly first: number;
  readonly weights: WeakWeights;
}

/** The regression problem −∫φ̇ x dt = ∫φ Θ(x) dt Ξᵀ, one row a window. */
export interface WeakSystem {
  /** Row-major windows × p. */
  readonly theta: Float64Array;
  /** Row-major windows × d. */
  readonly target: Float64Array;
  readonly rows: number;
  /** Where the rows come from, in their order. */
  readonly windows: readonly WeakWindow[];
  /** The triangular factor of [theta | target], for any regression. */
  readonly factor: Float64Array;
}

/**
 * The weak form of dx/dt = Ξ Θ(x) (Messenger and Bortz, Multiscale Model. Simul. 19, 2021): integration by
 * parts against φ moves the derivative from the data to the test function, so noise is averaged and never
 * differentiated. The choice for noisy data. Windows are spread evenly, without chance.
 * @throws NoetherError when a window has fewer than 5 rows or there are fewer windows than terms
 */
export function weakSystem(
  data: Trajectories,
  library: Library,
  options: WeakOptions = {},
): WeakSystem {
  const { power = 4 } = options;
  if (!Number.isInteger(power) || power < 1) {
    throw invalidArgument('power', power, 'give a whole number, 1 or more');
  }
  const d = data.names.length;
  const p = library.terms.length;
  const isCut = data.gaps !== undefined;
  const lists = data.items.map((item, index) => windowsOf(item, index, options, isCut));
  const rows = lists.reduce((sum, list) => sum + list.length, 0);
  if (rows < p) {
    throw new NoetherError(`${rows} windows cannot determine ${p} terms.`, {
      code: 'too-few-rows',
      argument: 'count',
      value: rows,
      hint: 'Give longer trajectories, more windows or fewer terms.',
    });
  }
  const theta = new Float64Array(rows * p);
  const target = new Float64Array(rows * d);
  const windows: WeakWindow[] = [];
  data.items.forEach((item, index) => {
    const { times, states } = item;
    const values = new Float64Array(times.length * p);
    library.evaluate(joinedRows(item), 0, times.length, values);
    for (const [first, last] of lists[index]) {
      const row = windows.length;
      const weights = weakWeights(times.subarray(first, last + 1), power);
      for (let at = 0; at <= last - first; at++) {
        const mass = weights.value[at] * weights.halfWidth;
        for (let term = 0; term < p; term++) {
          theta[row * p + term] += mass * values[(first + at) * p + term];
        }
        for (let j = 0; j < d; j++) {
          const change = states[(first + at) * d + j] - states[first * d + j];
          target[row * d + j] -= weights.derivative[at] * change;
        }
      }
      windows.push({ trajectory: index, first, weights });
    }
  });
  return { theta, target, rows, windows, factor: factorOf(theta, target, rows, p, d) };
}

/** Pieces between gaps do without the windows that they are too short for. */
function windowsOf(
  item: Trajectory,
  index: number,
  options: WeakOptions,
  isCut: boolean,
): readonly Window[] {
  const rows = item.times.length;
  const all = options.windows?.(item, index) ?? spread(item, options);
  const list = isCut ? all.filter(([first, last]) => last - first >= 4) : all;
  for (const [first, last] of list) {
    if (!(first >= 0 && last < rows && last - first >= 4)) {
      throw new NoetherError(
        `Trajectory ${index}: the window of rows ${first} … ${last} is too short or outside.`,
        {
          code: 'bad-window',
          argument: 'windows',
          value: [first, last],
          hint: `A window needs 5 of the ${rows} rows; make halfWidth larger.`,
        },
      );
    }
  }
  return list;
}

function spread(
  { times }: Trajectory,
  { count = 100, halfWidth = 1 / 20 }: WeakOptions,
): readonly Window[] {
  if (!Number.isInteger(count) || count < 1) {
    throw invalidArgument('count', count, 'give a whole number, 1 or more');
  }
  if (!(halfWidth > 0 && halfWidth <= 0.5)) {
    throw invalidArgument('halfWidth', halfWidth, 'give a fraction above 0 and at most 0.5');
  }
  const last = times.length - 1;
  const length = times[last] - times[0];
  return Array.from({ length: count }, (_, index): Window => {
    const place = count === 1 ? 0.5 : index / (count - 1);
    const from = times[0] + place * length * (1 - 2 * halfWidth);
    const to = from + 2 * halfWidth * length;
    const slack = 1e-9 * length;
    let first = times.findIndex((time) => time >= from - slack);
    let end = times.findLastIndex((time) => time <= to + slack);
    if (first < 0) first = 0;
    if (end < 0) end = last;
    return [first, end];
  });
}

function factorOf(
  theta: Float64Array,
  target: Float64Array,
  rows: number,
  p: number,
  d: number,
): Float64Array {
  const qr = streamingQr(p + d);
  const joined = new Float64Array(p + d);
  for (let row = 0; row < rows; row++) {
    joined.set(theta.subarray(row * p, (row + 1) * p));
    joined.set(target.subarray(row * d, (row + 1) * d), p);
    qr.push(joined, 1);
  }
  return qr.factor();
}
