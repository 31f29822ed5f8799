import { NoetherError, type VectorField } from '@noether/contracts';
import { integrate } from '@noether/numerics';
import { evenTimes } from './even-times.js';

const options = { method: 'dop853', relative: 1e-11, absolute: 1e-11 } as const;

/**
 * The states of dx/dt = f(x) at times 0, step, … by DOP853 with tolerance 1e-11, row-major.
 * @throws NoetherError `integration-failed` when the motion leaves all bounds
 */
export function solveEvenly(
  field: VectorField,
  initial: Float64Array,
  step: number,
  steps: number,
): Float64Array {
  const { states, status, reason } = integrate(field, initial, evenTimes(steps, step), options);
  if (status === 'complete') return states;
  throw new NoetherError(`The system could not be integrated. ${reason}`, {
    code: 'integration-failed',
    value: status,
  });
}
