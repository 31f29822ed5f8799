import {
  NoetherError,
  dimensionOf,
  trajectories,
  type Trajectories,
  type Trajectory,
} from '@noether/contracts';
import { finiteDifferences } from '@noether/numerics';

/**
 * Gives every trajectory without velocities the finite differences of order 2 of
 * `finiteDifferences` in numerics, on even and uneven times, exact for quadratic motion; two rows give the
 * slope between them. Velocities that are already there stay.
 * @throws NoetherError that names the trajectory with a single row
 */
export function withVelocities(data: Trajectories): Trajectories {
  if (data.items.every((item) => item.velocities)) return data;
  const dimension = dimensionOf(data);
  const items = data.items.map((item, index): Trajectory => {
    if (item.velocities) return item;
    if (item.times.length < 2) throw singleRow(index);
    const order = item.times.length < 3 ? 1 : 2;
    const velocities = finiteDifferences(item.times, item.states, dimension, { order });
    return { ...item, velocities };
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
