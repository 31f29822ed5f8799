import { NoetherError, type Trajectories } from '@noether/contracts';
import type { EquationData } from '../equation-data.js';
import { joinParts, weightsOf } from './equation-data-of.js';
import { joinedRows } from './joined-rows.js';

/**
 * The rows of a discrete map x[k+1] = F(x[k], u[k]), for `fitEquations`: each state with the state of the
 * next row of its trajectory. The times only order the rows; the weight of row k is that of the pair k, k + 1.
 * @throws NoetherError when a trajectory has a single row
 */
export function mapDataOf(data: Trajectories): EquationData {
  const d = data.names.length;
  const parts = data.items.map((item, index) => {
    const rows = item.times.length - 1;
    if (rows < 1) {
      throw new NoetherError(`Trajectory ${index} has a single row, which shows no step.`, {
        code: 'trajectory-too-short',
        argument: `items[${index}]`,
        value: rows + 1,
        hint: 'Leave it out.',
      });
    }
    return {
      states: joinedRows(item, rows),
      velocities: item.states.subarray(d),
      weights: weightsOf(item, rows),
    };
  });
  return { ...joinParts(data, parts), discrete: true };
}
