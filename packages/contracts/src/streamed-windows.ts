import type { RowSource } from './row-source.js';
import type { Windows } from './windows.js';

/** {@link Windows} over rows that are too many for memory. */
export type StreamedWindows = Omit<Windows, 'kind' | 'states'> & {
  readonly kind: 'streamed-windows';
  readonly source: RowSource;
};

/**
 * Reads the samples `order[from] … order[from + count − 1]` into `batch`, row-major count × timesteps ×
 * dimension: what `gatherWindows` copies. All reads are issued before it returns; neighbouring rows of a
 * sample are one read.
 * @throws whatever the source throws, by rejection
 */
export async function readWindows(
  { source, dimension, timesteps, interval, offsets }: StreamedWindows,
  order: Int32Array,
  from: number,
  count: number,
  batch: Float32Array,
): Promise<void> {
  const [reads, rows] = interval === 1 ? [1, timesteps] : [timesteps, 1];
  const pending: Promise<void>[] = [];
  for (let sample = 0; sample < count; sample++) {
    const first = offsets[order[from + sample]];
    for (let time = 0; time < reads; time++) {
      const at = (sample * timesteps + time) * dimension;
      pending.push(source.read(first + time * interval, rows, batch, at));
    }
  }
  await Promise.all(pending);
}
