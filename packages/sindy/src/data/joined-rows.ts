import type { Trajectory } from '@noether/contracts';

/** The first `count` states of a trajectory, all by default, each followed by its inputs: row-major rows × (d + m). */
export function joinedRows(
  { states, inputs, times }: Pick<Trajectory, 'states' | 'inputs' | 'times'>,
  count?: number,
): Float64Array {
  const rows = count ?? times.length;
  const d = states.length / times.length;
  if (!inputs) return states.subarray(0, rows * d);
  const m = inputs.length / times.length;
  const joined = new Float64Array(rows * (d + m));
  for (let row = 0; row < rows; row++) {
    joined.set(states.subarray(row * d, (row + 1) * d), row * (d + m));
    joined.set(inputs.subarray(row * m, (row + 1) * m), row * (d + m) + d);
  }
  return joined;
}
