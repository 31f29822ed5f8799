import type { VectorField } from '@noether/contracts';
import { rk4 } from '@noether/numerics';

/**
 * The time after which the first variable, zero at the start, next passes zero in the direction in
 * which it starts: one period of a closed orbit in the plane.
 */
export function periodOf(field: VectorField, start: readonly [0, number], longest: number): number {
  const step = 0.002;
  const states = rk4(field, Float64Array.from(start), step, Math.ceil(longest / step));
  const direction = Math.sign(states[2]);
  for (let row = 2; row < states.length / 2; row++) {
    const [before, after] = [direction * states[2 * row - 2], direction * states[2 * row]];
    if (before < 0 && after >= 0) return step * (row - 1 + before / (before - after));
  }
  return NaN;
}
