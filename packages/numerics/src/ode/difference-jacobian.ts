import type { FieldJacobian, TimeField } from './vector-field.js';

/**
 * ∂(dx/dt)/∂x by forward differences with the increments √(ε·max(10⁻⁵, |x|)) of RADAU5 (Hairer and
 * Wanner, Solving ODEs II, §IV.8); d + 1 evaluations.
 */
export function differenceJacobian(field: TimeField, d: number): FieldJacobian {
  const base = new Float64Array(d);
  const moved = new Float64Array(d);
  const probe = new Float64Array(d);
  return (state, derivative, time) => {
    for (let i = 0; i < d; i++) probe[i] = state[i];
    field(probe, base, time);
    for (let column = 0; column < d; column++) {
      const value = state[column];
      probe[column] = value + Math.sqrt(Number.EPSILON * Math.max(1e-5, Math.abs(value)));
      const increment = probe[column] - value;
      field(probe, moved, time);
      probe[column] = value;
      for (let row = 0; row < d; row++) {
        derivative[row * d + column] = (moved[row] - base[row]) / increment;
      }
    }
  };
}
