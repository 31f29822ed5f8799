import { NoetherError, type Trajectory } from '@noether/contracts';
import type { Differentiated, VelocityMethod } from './velocity-method.js';

/** @throws NoetherError that names the trajectory for which the method fails */
export function differentiate(
  method: VelocityMethod,
  { times, states }: Pick<Trajectory, 'times' | 'states'>,
  index: number,
  d: number,
  into?: Float64Array,
): Differentiated {
  try {
    return method(times, states, d, into);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new NoetherError(`Trajectory ${index} cannot be differentiated: ${cause.message}`, {
      code: 'not-differentiable',
      argument: `items[${index}]`,
      value: times.length,
      cause,
    });
  }
}
