import { gatherWindows, readWindows, type StreamedWindows, type Windows } from '@noether/contracts';
import { batchOrder, checkPosition } from './batch-order.js';
import { countSamples, emptySet, sourcesOf, type SampleTable } from './batch-tables.js';
import type { Batches, BatchOptions } from './batches.js';
import type { Arrays } from './engines/engine.js';

/** Batches that may have to be waited for. */
export interface StreamedBatches extends Pick<Batches, 'perEpoch' | 'seek'> {
  /**
   * The next batch, arrays by the names of the tables; they stay as they are until the next call is done.
   * Wait for one call before the next.
   * @throws what the source of the rows throws, by rejection; the same batch can be asked for again
   */
  next(): Promise<Arrays>;
}

/**
 * The batches of {@link batches}, the same for the same stream, out of rows that stay in a file. All reads of
 * the batch that follows are issued before a batch is handed out: the threads of the file system fetch it
 * while the step computes, even where the engine holds the main thread meanwhile. Memory is two batches and
 * the order of the samples, however long the file is.
 * @throws NoetherError `invalid-argument` as {@link batches}
 */
export function streamedBatches(
  tables: Readonly<Record<string, SampleTable | Windows | StreamedWindows>>,
  { size, random }: BatchOptions,
): StreamedBatches {
  const sources = sourcesOf<StreamedWindows>(tables);
  const order = batchOrder(countSamples(sources), size, random);
  const sets = [emptySet(sources, size), emptySet(sources, size)];
  let taken = 0;
  let pending: { readonly at: number; readonly done: Promise<unknown> } | undefined;
  const issue = (at: number): Promise<unknown> => {
    const { order: samples, from } = order.batch(at);
    const reads: Promise<void>[] = [];
    for (const { name, table } of sources) {
      const target = sets[at % 2][name];
      if ('states' in table) gatherWindows(table, samples, from, size, target);
      else reads.push(readWindows(table, samples, from, size, target as Float32Array));
    }
    const done = Promise.all(reads);
    done.catch(() => undefined);
    pending = { at, done };
    return done;
  };
  return {
    perEpoch: order.perEpoch,
    async next(): Promise<Arrays> {
      const at = taken;
      // After a jump, reads of another batch may still fill the arrays.
      if (pending && pending.at !== at) await pending.done.catch(() => undefined);
      const done = pending?.at === at ? pending.done : issue(at);
      pending = undefined;
      await done;
      taken = at + 1;
      void issue(taken);
      return sets[at % 2];
    },
    seek(position): void {
      checkPosition(position);
      taken = position;
    },
  };
}
