import type { MapStep } from './fit-dmd.js';
import { holdFrom } from './hold-from.js';

/**
 * x, F(x), F(F(x)), …: row-major rows × d. From the first state with an entry above `bound` on, the state
 * before it is repeated.
 */
export function iterateMap(
  step: MapStep,
  initial: Float64Array,
  rows: number,
  bound = 1e6,
): Float64Array {
  const d = initial.length;
  const states = new Float64Array(rows * d);
  states.set(initial);
  for (let row = 1; row < rows; row++) {
    const next = states.subarray(row * d, (row + 1) * d);
    step(states.subarray((row - 1) * d, row * d), next);
    if (next.every((value) => Math.abs(value) <= bound)) continue;
    holdFrom(states, d, row);
    break;
  }
  return states;
}
