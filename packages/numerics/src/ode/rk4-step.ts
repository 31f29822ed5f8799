import type { TimeField } from './vector-field.js';

/** Writes the state after one step of the classical Runge–Kutta method (Kutta 1901) into `next`. */
export type Rk4Step = (
  state: ArrayLike<number>,
  slope: Float64Array,
  time: number,
  width: number,
  next: Float64Array,
) => void;

/** A step that needs the slope at its start and three evaluations of the field more. */
export function rk4Step(field: TimeField, d: number): Rk4Step {
  const [k2, k3, k4, probe] = Array.from({ length: 4 }, () => new Float64Array(d));
  return (state, k1, time, width, next) => {
    for (let i = 0; i < d; i++) probe[i] = state[i] + (width / 2) * k1[i];
    field(probe, k2, time + width / 2);
    for (let i = 0; i < d; i++) probe[i] = state[i] + (width / 2) * k2[i];
    field(probe, k3, time + width / 2);
    for (let i = 0; i < d; i++) probe[i] = state[i] + width * k3[i];
    field(probe, k4, time + width);
    for (let i = 0; i < d; i++) {
      next[i] = state[i] + (width / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  };
}
