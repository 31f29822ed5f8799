import type { Trajectories } from '@noether/contracts';
import type { EquationData } from '../equation-data.js';
import { byFiniteDifferences, type VelocityMethod } from './velocity-method.js';

/**
 * The rows of all trajectories with their velocities, for `fitEquations`: those that a trajectory brings,
 * else those that `method` makes; no difference reaches from one trajectory into the next.
 */
export function equationDataOf(
  data: Trajectories,
  method: VelocityMethod = byFiniteDifferences(),
): EquationData {
  const d = data.names.length;
  const rows = data.items.reduce((sum, { times }) => sum + times.length, 0);
  const states = new Float64Array(rows * d);
  const velocities = new Float64Array(rows * d);
  let offset = 0;
  for (const item of data.items) {
    const made = item.velocities
      ? { states: item.states, velocities: item.velocities }
      : method(item.times, item.states, d);
    states.set(made.states, offset);
    velocities.set(made.velocities, offset);
    offset += item.states.length;
  }
  return { names: data.names, states, velocities };
}
