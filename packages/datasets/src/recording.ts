import {
  invalidArgument,
  trajectories,
  type Trajectories,
  type Trajectory,
} from '@noether/contracts';
import type { RecordingOptions } from './recording-options.js';
import { withVelocities } from './with-velocities.js';

/**
 * What a reader has read, as trajectories: columns named as inputs or as the weight are taken out of the states, gaps
 * are cut out, and velocities are made by finite differences.
 * @throws NoetherError when a named column is absent or no variable is left
 */
export function recording(
  value: Omit<Trajectories, 'kind'>,
  { inputs = [], weight, gaps = 'split' }: RecordingOptions,
): Trajectories {
  const { names, units } = value;
  const place = (argument: string, name: string): number => {
    const index = names.indexOf(name);
    if (index >= 0) return index;
    throw invalidArgument(argument, name, `the variables are ${names.join(', ')}`);
  };
  const acting = inputs.map((name) => place('inputs', name));
  const weighing = weight === undefined ? [] : [place('weight', weight)];
  const explained = Array.from(names.keys()).filter(
    (column) => !acting.includes(column) && !weighing.includes(column),
  );
  const items = value.items.map((item): Trajectory => {
    const pick = (columns: readonly number[]): Float64Array => picked(item, names.length, columns);
    return {
      ...item,
      states: pick(explained),
      ...(acting.length > 0 ? { inputs: pick(acting) } : {}),
      ...(weighing.length > 0 ? { weights: pick(weighing) } : {}),
    };
  });
  const at = (columns: readonly number[], list: readonly string[]): string[] =>
    columns.map((column) => list[column]);
  return withVelocities(
    trajectories(
      {
        ...value,
        names: at(explained, names),
        units: at(explained, units),
        ...(acting.length > 0
          ? { inputs: { names: at(acting, names), units: at(acting, units) } }
          : {}),
        items,
      },
      { gaps },
    ),
  );
}

function picked(
  { states, times }: Trajectory,
  d: number,
  columns: readonly number[],
): Float64Array {
  if (columns.length === d) return states;
  const result = new Float64Array(times.length * columns.length);
  for (let row = 0; row < times.length; row++) {
    columns.forEach((column, at) => {
      result[row * columns.length + at] = states[row * d + column];
    });
  }
  return result;
}
