import type { AffineMap } from './fit-dmd.js';
import { firstUnbounded, holdFrom } from './hold-from.js';

/**
 * x, Ax + b, A(Ax + b) + b, …: row-major rows × d. From the first state with an entry above `bound` on, the
 * state before it is repeated.
 */
export function iterateMap(
  { matrix, offset }: AffineMap,
  initial: Float64Array,
  rows: number,
  bound = 1e6,
): Float64Array {
  const d = offset.length;
  const states = new Float64Array(rows * d);
  states.set(initial);
  for (let at = d; at < states.length; at++) {
    const variable = at % d;
    const before = at - variable - d;
    let value = offset[variable];
    for (let column = 0; column < d; column++) {
      value += matrix[variable * d + column] * states[before + column];
    }
    states[at] = value;
  }
  holdFrom(states, d, Math.max(1, firstUnbounded(states, d, bound)));
  return states;
}
