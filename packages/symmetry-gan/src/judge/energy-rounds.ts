import type { RandomStream } from '@noether/contracts';
import { distances, energyTestOf, mean, median, type EnergyTest } from '@noether/numerics';
import { rowsAt } from './rows-at.js';
import type { WindowFeatures } from './window-features.js';

/** Divisions and group elements over which the tests are taken; one alone leaves a deviation of some 0.003. */
const ROUNDS = 8;
/** Of each test; the smallest p-value is 0.01. */
const PERMUTATIONS = 99;

/** Transforms windows with random group elements, a new one for each window. */
export type Transform = (windows: Float64Array, random: RandomStream) => Promise<Float64Array>;

/** Windows in two halves. */
export interface Division {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The second half, transformed; the same at every call. */
  moved(): Promise<Float64Array>;
  readonly random: RandomStream;
}

export interface EnergyRounds {
  /** Between real windows and transformed ones. */
  readonly twoSample: EnergyTest;
  /** Between real windows alone. */
  readonly control: EnergyTest;
}

/** Eight random divisions of windows, row-major n × width, each with group elements of its own. */
export function divisionsOf(
  windows: Float64Array,
  width: number,
  transform: Transform,
  random: RandomStream,
): Division[] {
  const rows = windows.length / width;
  const half = Math.floor(rows / 2);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const own = random.split(round);
    const order = own.split('division').permutation(rows);
    const second = order.subarray(half, 2 * half);
    const moved = (): Promise<Float64Array> =>
      transform(rowsAt(windows, width, second), own.split('elements'));
    return { first: order.subarray(0, half), second, moved, random: own };
  });
}

/**
 * Energy tests between one half of the windows and the other, transformed or as it is: the mean statistic and the
 * median p-value over the divisions.
 * @param windows row-major, four at least
 * @param permutations of each test; without any every p-value is 1
 */
export async function energyRounds(
  windows: Float64Array,
  features: WindowFeatures,
  divisions: readonly Division[],
  permutations: number = PERMUTATIONS,
): Promise<EnergyRounds> {
  const real = features.apply(windows);
  const { width } = features;
  const table = distances(real, real, width);
  const [twoSample, control]: [EnergyTest[], EnergyTest[]] = [[], []];
  for (const { first, second, moved, random } of divisions) {
    const there = features.apply(await moved());
    const test = (blocks: Blocks, name: string): EnergyTest =>
      energyTestOf(joined(blocks), first.length, random.split(name), permutations);
    const within = pick(table, first, first);
    const beyond = distances(there, there, width);
    const across = distances(rowsAt(real, width, first), there, width);
    twoSample.push(test([within, across, beyond], 'test'));
    const others = [pick(table, first, second), pick(table, second, second)] as const;
    control.push(test([within, ...others], 'control'));
  }
  return { twoSample: merged(twoSample), control: merged(control) };
}

function merged(tests: readonly EnergyTest[]): EnergyTest {
  return {
    statistic: mean(tests.map(({ statistic }) => statistic)),
    pValue: median(tests.map(({ pValue }) => pValue)),
  };
}

/** The entries of a square table in these rows and columns. */
function pick(table: Float64Array, rows: Int32Array, columns: Int32Array): Float64Array {
  const total = Math.sqrt(table.length);
  const picked = new Float64Array(rows.length * columns.length);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < columns.length; j++) {
      picked[i * columns.length + j] = table[rows[i] * total + columns[j]];
    }
  }
  return picked;
}

/** Distances within the first of two samples of one size, across both, and within the second. */
type Blocks = readonly [within: Float64Array, across: Float64Array, beyond: Float64Array];

/** The symmetric table of both samples. */
function joined([within, across, beyond]: Blocks): Float64Array {
  const n = Math.sqrt(within.length);
  const table = new Float64Array(4 * n * n);
  for (let i = 0; i < n; i++) {
    const [top, bottom] = [2 * i * n, 2 * (n + i) * n];
    table.set(within.subarray(i * n, (i + 1) * n), top);
    table.set(across.subarray(i * n, (i + 1) * n), top + n);
    table.set(beyond.subarray(i * n, (i + 1) * n), bottom + n);
    for (let j = 0; j < n; j++) table[bottom + j] = across[j * n + i];
  }
  return table;
}
