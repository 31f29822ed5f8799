import {
  gatherWindows,
  invalidArgument,
  type RandomStream,
  type Windows,
  type WindowTable,
} from '@noether/contracts';
import type { Arrays } from './engines/engine.js';

/** A table of samples: `width` neighbouring numbers are one of them. */
export interface SampleTable {
  readonly data: Float32Array | Int32Array;
  readonly width: number;
}

export interface BatchOptions {
  /** Samples in a batch. */
  readonly size: number;
  /** Epoch e is in the order of `random.split(e)`; without it samples come as they are stored. */
  readonly random?: RandomStream;
}

/** An endless supply of batches. */
export interface Batches {
  /** Whole batches in an epoch; what is left over waits for another order. */
  readonly perEpoch: number;
  /**
   * The next batch, arrays by the names of the tables. They stay as they are until the call after
   * the next: two sets of arrays take turns, and the other set is filled as soon as the caller has
   * handed this one on, before it waits for the result.
   */
  next(): Arrays;
  /** Goes to the batch that is `taken` batches from the beginning, as after a checkpoint. */
  seek(taken: number): void;
}

/**
 * Batches out of typed arrays: samples are copied, the tables are not, and no step allocates. A sample
 * is one row of a table or, of {@link Windows}, some rows that stand apart in it: neighbouring samples
 * share rows, so that nothing is stored twice.
 * @throws NoetherError `invalid-argument` for tables of unequal or broken length, a window that does
 * not lie in its table, or less than one batch
 */
export function batches(
  tables: Readonly<Record<string, SampleTable | Windows>>,
  { size, random }: BatchOptions,
): Batches {
  const sources = Object.entries(tables).map(([name, table]) => ({
    name,
    table: 'kind' in table ? inside(name, table) : singleRows(name, table),
  }));
  const samples = countSamples(sources);
  if (!Number.isInteger(size) || size < 1 || size > samples) {
    throw invalidArgument('size', size, `it must be between 1 and the ${samples} samples`);
  }
  const perEpoch = Math.floor(samples / size);
  const sets = [emptySet(sources, size), emptySet(sources, size)];
  let order = new Int32Array(0);
  let orderEpoch = -1;
  let [taken, filled] = [0, -1];
  const fill = (at: number): void => {
    if (filled === at) return;
    const epoch = Math.floor(at / perEpoch);
    if (epoch !== orderEpoch) {
      order = orderOf(samples, random?.split(epoch));
      orderEpoch = epoch;
    }
    const from = (at % perEpoch) * size;
    const set = sets[at % 2];
    for (const { name, table } of sources) gatherWindows(table, order, from, size, set[name]);
    filled = at;
  };
  return {
    perEpoch,
    next(): Arrays {
      fill(taken);
      const set = sets[taken % 2];
      taken += 1;
      const following = taken;
      queueMicrotask(() => {
        if (taken === following) fill(following);
      });
      return set;
    },
    seek(position): void {
      taken = position;
      filled = -1;
    },
  };
}

interface Source {
  readonly name: string;
  readonly table: WindowTable;
}

/** A table whose samples are its rows. */
function singleRows(name: string, { data, width }: SampleTable): WindowTable {
  const rows = data.length / width;
  if (!Number.isInteger(rows)) {
    throw invalidArgument(name, data, `it must have a multiple of ${width} numbers`);
  }
  const offsets = Int32Array.from({ length: rows }, (_, row) => row);
  return { states: data, dimension: width, timesteps: 1, interval: 1, offsets };
}

function inside(name: string, windows: Windows): Windows {
  const { states, dimension, timesteps, interval, offsets } = windows;
  const last = states.length / dimension - 1 - (timesteps - 1) * interval;
  const wrong = offsets.find((row) => row < 0 || row > last);
  if (wrong === undefined) return windows;
  throw invalidArgument(
    name,
    wrong,
    `a window of ${timesteps} rows, ${interval} apart, must begin in row 0 … ${last} of its table`,
  );
}

function countSamples(sources: readonly Source[]): number {
  const [first, ...others] = sources;
  if (!first) return 0;
  const samples = first.table.offsets.length;
  for (const { name, table } of others) {
    const { length } = table.offsets;
    if (length === samples) continue;
    throw invalidArgument(name, length, `it must have ${samples} samples, as ${first.name} has`);
  }
  return samples;
}

function emptySet(
  sources: readonly Source[],
  size: number,
): Readonly<Record<string, Float32Array | Int32Array>> {
  return Object.fromEntries(
    sources.map(({ name, table: { states, dimension, timesteps } }) => {
      const length = size * timesteps * dimension;
      return [
        name,
        states instanceof Int32Array ? new Int32Array(length) : new Float32Array(length),
      ];
    }),
  );
}

function orderOf(samples: number, random: RandomStream | undefined): Int32Array<ArrayBuffer> {
  if (random) return Int32Array.from(random.permutation(samples));
  return Int32Array.from({ length: samples }, (_, index) => index);
}
