import {
  NoetherError,
  dimensionOf,
  trajectories,
  type Trajectories,
  type Trajectory,
} from '@noether/contracts';
import { finiteDifferences } from './finite-differences.js';

/**
 * Gives every trajectory without velocities those of {@link finiteDifferences}; velocities that are
 * already there stay.
 * @throws NoetherError that names the trajectory with a single row
 */
export function withVelocities(data: Trajectories): Trajectories {
  if (data.items.every((item) => item.velocities)) return data;
  const dimension = dimensionOf(data);
  const items = data.items.map((item, index): Trajectory => {
    if (item.velocities) return item;
    if (item.times.length < 2) throw singleRow(index);
    return { ...item, velocities: finiteDifferences(item.times, item.states, dimension) };
  });
  return trajectories({ ...data, items });
}

function singleRow(index: number): NoetherError {
  return new NoetherError(`Trajectory ${index} has a single row, which shows no velocity.`, {
    code: 'trajectory-too-short',
    argument: `items[${index}]`,
    value: 1,
    hint: 'Leave it out, or give its velocity.',
  });
}
