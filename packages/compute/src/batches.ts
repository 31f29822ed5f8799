import { invalidArgument, type RandomStream } from '@noether/contracts';
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
 * Batches out of typed arrays: samples are copied, the tables are not, and no step allocates.
 * @throws NoetherError `invalid-argument` for tables of unequal or broken length, or less than one batch
 */
export function batches(
  tables: Readonly<Record<string, SampleTable>>,
  { size, random }: BatchOptions,
): Batches {
  const samples = countSamples(tables);
  if (!Number.isInteger(size) || size < 1 || size > samples) {
    throw invalidArgument('size', size, `it must be between 1 and the ${samples} samples`);
  }
  const perEpoch = Math.floor(samples / size);
  const sets = [emptySet(tables, size), emptySet(tables, size)];
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
    for (const [name, table] of Object.entries(tables)) {
      gather(table, order, from, size, sets[at % 2][name]);
    }
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

function countSamples(tables: Readonly<Record<string, SampleTable>>): number {
  let samples = -1;
  for (const [name, { data, width }] of Object.entries(tables)) {
    const count = data.length / width;
    if (!Number.isInteger(count) || (samples >= 0 && count !== samples)) {
      const wanted = samples < 0 ? `a multiple of ${width} numbers` : `${samples * width} numbers`;
      throw invalidArgument(name, data, `it must have ${wanted}`);
    }
    samples = count;
  }
  return Math.max(samples, 0);
}

function emptySet(
  tables: Readonly<Record<string, SampleTable>>,
  size: number,
): Readonly<Record<string, Float32Array | Int32Array>> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, { data, width }]) => [
      name,
      data instanceof Int32Array ? new Int32Array(size * width) : new Float32Array(size * width),
    ]),
  );
}

function orderOf(samples: number, random: RandomStream | undefined): Int32Array<ArrayBuffer> {
  if (random) return Int32Array.from(random.permutation(samples));
  return Int32Array.from({ length: samples }, (_, index) => index);
}

function gather(
  { data, width }: SampleTable,
  order: Int32Array,
  from: number,
  count: number,
  target: Float32Array | Int32Array,
): void {
  for (let sample = 0; sample < count; sample++) {
    const source = order[from + sample] * width;
    const start = sample * width;
    for (let column = 0; column < width; column++) target[start + column] = data[source + column];
  }
}
