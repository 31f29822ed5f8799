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

export interface EnergyRounds {
  /** Between real windows and transformed ones. */
  readonly twoSample: EnergyTest;
  /** Between real windows alone. */
  readonly control: EnergyTest;
}

/**
 * Energy tests between one half of the windows and the other, transformed or as it is: the mean statistic and the
 * median p-value over eight random divisions, each with group elements of its own.
 * @param windows row-major n × width, n ≥ 4
 */
export async function energyRounds(
  windows: Float64Array,
  width: number,
  transform: Transform,
  features: WindowFeatures,
  random: RandomStream,
): Promise<EnergyRounds> {
  const real = features.apply(windows);
  const table = distances(real, real, width);
  const rows = windows.length / width;
  const half = Math.floor(rows / 2);
  const [twoSample, control]: [EnergyTest[], EnergyTest[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const own = random.split(round);
    const order = own
      .split('division')
      .permutation(rows)
      .subarray(0, 2 * half);
    const [first, second] = [order.subarray(0, half), order.subarray(half)];
    const moved = features.apply(
      await transform(rowsAt(windows, width, second), own.split('elements')),
    );
    const within = pick(table, first, first);
    const beyond = distances(moved, moved, width);
    const across = distances(rowsAt(real, width, first), moved, width);
    twoSample.push(
      energyTestOf(joined(within, across, beyond), half, own.split('test'), PERMUTATIONS),
    );
    const others = [pick(table, first, second), pick(table, second, second)] as const;
    control.push(energyTestOf(joined(within, ...others), half, own.split('control'), PERMUTATIONS));
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

/** The symmetric table of two samples of one size, by its blocks. */
function joined(within: Float64Array, across: Float64Array, beyond: Float64Array): Float64Array {
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
