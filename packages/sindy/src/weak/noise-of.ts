import { type Trajectories, invalidArgument } from '@noether/contracts';
import { noiseLevel } from '@noether/numerics';

/** Below this fraction of its spread a variable counts as free of noise. */
const LEAST = 1e-6;

/**
 * The standard deviation of the noise of each variable: what is given, else the root mean square of the
 * estimates of all trajectories; never quite zero.
 * @throws NoetherError when a given number is negative or there is not one for each variable
 */
export function noiseOf(data: Trajectories, given?: number | readonly number[]): readonly number[] {
  const d = data.names.length;
  if (given !== undefined) {
    const list = typeof given === 'number' ? data.names.map(() => given) : given;
    if (list.length !== d || !list.every((value) => value >= 0 && value < Infinity)) {
      throw invalidArgument('noise', given, `give one number or ${d}, each 0 or more`);
    }
  }
  const long = data.items.filter(({ times }) => times.length >= 4);
  const levels = long.map(({ times, states }) => noiseLevel(times, states, d));
  return data.names.map((_, column) => {
    const estimated = Math.sqrt(
      levels.reduce((sum, level) => sum + level[column] ** 2, 0) / Math.max(levels.length, 1),
    );
    const own = typeof given === 'number' ? given : (given?.[column] ?? estimated);
    return Math.max(own, LEAST * largest(data, column));
  });
}

function largest({ items, names }: Trajectories, column: number): number {
  let most = Number.MIN_VALUE;
  for (const { states } of items) {
    for (let at = column; at < states.length; at += names.length) {
      most = Math.max(most, Math.abs(states[at]));
    }
  }
  return most;
}
