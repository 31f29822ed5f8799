/**
 * Training samples cut from trajectories without copying them: sample n is the `timesteps` states
 * at rows `offsets[n]`, `offsets[n] + interval`, … of the concatenated `states`.
 */
export interface Windows {
  readonly kind: 'windows';
  /** All trajectories one after the other, row-major (rows × dimension). */
  readonly states: Float32Array;
  readonly dimension: number;
  /** States per sample (LaLiGAN's n_comps). */
  readonly timesteps: number;
  /** Rows between the states of a sample. */
  readonly interval: number;
  /** First row of each sample. */
  readonly offsets: Int32Array;
}

/** The rows that {@link gatherWindows} copies: those of {@link Windows}, or of a table of integers. */
export type WindowTable = Omit<Windows, 'kind' | 'states'> & {
  readonly states: Float32Array | Int32Array;
};

/** From so many numbers on, a row is copied as one block; below, a view of it costs more than it saves. */
const BLOCK = 64;

/**
 * Copies the samples `order[from] … order[from + count − 1]` into `batch`,
 * row-major count × timesteps × dimension.
 */
export function gatherWindows(
  { states, dimension, timesteps, interval, offsets }: WindowTable,
  order: Int32Array,
  from: number,
  count: number,
  batch: Float32Array | Int32Array,
): void {
  let target = 0;
  for (let sample = 0; sample < count; sample++) {
    const row = offsets[order[from + sample]];
    for (let time = 0; time < timesteps; time++) {
      const source = (row + time * interval) * dimension;
      if (dimension < BLOCK) {
        for (let at = 0; at < dimension; at++) batch[target + at] = states[source + at];
      } else {
        batch.set(states.subarray(source, source + dimension), target);
      }
      target += dimension;
    }
  }
}
