import { gatherWindows, type RandomStream, type Windows } from '@noether/contracts';
import { batchOrder, checkPosition } from './batch-order.js';
import { countSamples, emptySet, sourcesOf, type SampleTable } from './batch-tables.js';
import type { Arrays } from './engines/engine.js';

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
   * The next batch, arrays by the names of the tables. They stay as they are until the caller of the
   * next call waits for something: two sets of arrays take turns, and the other set is filled as soon
   * as the caller has handed this one on, before it waits for the result.
   */
  next(): Arrays;
  /**
   * Goes to the batch that is `taken` batches from the beginning, as after a checkpoint.
   * @throws NoetherError `invalid-argument` unless it is a whole number, 0 or more
   */
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
  const sources = sourcesOf<never>(tables);
  const order = batchOrder(countSamples(sources), size, random);
  const sets = [emptySet(sources, size), emptySet(sources, size)];
  let [taken, filled] = [0, -1];
  const fill = (at: number): void => {
    if (filled === at) return;
    const { order: samples, from } = order.batch(at);
    const set = sets[at % 2];
    for (const { name, table } of sources) gatherWindows(table, samples, from, size, set[name]);
    filled = at;
  };
  return {
    perEpoch: order.perEpoch,
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
      checkPosition(position);
      taken = position;
      filled = -1;
    },
  };
}
