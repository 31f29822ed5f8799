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

/**
 * Copies the samples `order[from] … order[from + count − 1]` into `batch`,
 * row-major count × timesteps × dimension.
 */
export function gatherWindows(
  windows: Windows,
  order: Int32Array,
  from: number,
  count: number,
  batch: Float32Array,
): void {
  const { states, dimension, timesteps, interval, offsets } = windows;
  let target = 0;
  for (let sample = 0; sample < count; sample++) {
    const row = offsets[order[from + sample]];
    for (let time = 0; time < timesteps; time++) {
      const source = (row + time * interval) * dimension;
      for (let column = 0; column < dimension; column++) {
        batch[target++] = states[source + column];
      }
    }
  }
}
