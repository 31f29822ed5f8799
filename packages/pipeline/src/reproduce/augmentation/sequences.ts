import type { Trajectories } from '@noether/contracts';
import type { Sequences } from './predictor.js';

/** All runs of 2 · `steps` neighbouring states of the trajectories, cut in the middle. */
export function sequencesOf({ items, names }: Trajectories, steps: number): Sequences {
  const d = names.length;
  const half = steps * d;
  const [before, after]: number[][] = [[], []];
  for (const { states } of items) {
    for (let start = 0; start + 2 * half <= states.length; start += d) {
      before.push(...states.subarray(start, start + half));
      after.push(...states.subarray(start + half, start + 2 * half));
    }
  }
  return {
    before: Float32Array.from(before),
    after: Float32Array.from(after),
    steps,
    dimension: d,
  };
}
