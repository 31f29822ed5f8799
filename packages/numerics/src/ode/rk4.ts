import { rk4Step } from './rk4-step.js';
import type { TimeField } from './vector-field.js';

/**
 * The classical Runge-Kutta method of order 4 with a fixed step (Kutta 1901); a negative step goes
 * backwards. The local error is O(step⁵), the global error O(step⁴).
 * @param start the time of the initial state, for fields that depend on the time
 * @returns steps + 1 states including the initial one, row-major (steps + 1) × d
 * @throws RangeError when the step is not finite or the number of steps is no integer of at least 0
 */
export function rk4(
  field: TimeField,
  initial: ArrayLike<number>,
  step: number,
  steps: number,
  start = 0,
): Float64Array {
  if (!Number.isFinite(step) || !Number.isInteger(steps) || steps < 0) {
    throw new RangeError(
      `step is ${step} and steps is ${steps}; give a finite step and an integer of at least 0.`,
    );
  }
  const d = initial.length;
  const states = new Float64Array((steps + 1) * d);
  states.set(Array.from(initial));
  const slope = new Float64Array(d);
  const take = rk4Step(field, d);
  for (let index = 0; index < steps; index++) {
    const state = states.subarray(index * d, (index + 1) * d);
    const time = start + index * step;
    field(state, slope, time);
    take(state, slope, time, step, states.subarray((index + 1) * d, (index + 2) * d));
  }
  return states;
}
