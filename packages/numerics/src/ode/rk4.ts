import type { VectorField } from './vector-field.js';

/**
 * The classical Runge-Kutta method of order 4 with a fixed step (Kutta 1901); a negative step goes
 * backwards. The local error is O(step⁵), the global error O(step⁴).
 * @returns steps + 1 states including the initial one, row-major (steps + 1) × d
 * @throws RangeError when the step is not finite or the number of steps is no integer of at least 0
 */
export function rk4(
  field: VectorField,
  initial: ArrayLike<number>,
  step: number,
  steps: number,
): Float64Array {
  if (!Number.isFinite(step) || !Number.isInteger(steps) || steps < 0) {
    throw new RangeError(
      `step is ${step} and steps is ${steps}; give a finite step and an integer of at least 0.`,
    );
  }
  const d = initial.length;
  const states = new Float64Array((steps + 1) * d);
  states.set(Array.from(initial));
  const [k1, k2, k3, k4, probe] = Array.from({ length: 5 }, () => new Float64Array(d));
  const moved = (state: Float64Array, factor: number, slope: Float64Array): Float64Array => {
    for (let i = 0; i < d; i++) probe[i] = state[i] + factor * slope[i];
    return probe;
  };
  for (let index = 0; index < steps; index++) {
    const state = states.subarray(index * d, (index + 1) * d);
    field(state, k1);
    field(moved(state, step / 2, k1), k2);
    field(moved(state, step / 2, k2), k3);
    field(moved(state, step, k3), k4);
    for (let i = 0; i < d; i++) {
      states[(index + 1) * d + i] = state[i] + (step / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  }
  return states;
}
