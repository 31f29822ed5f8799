import type { Trajectories } from '@noether/contracts';
import { noiseLevel } from '@noether/numerics';

/** Noise of the noisiest variable of all trajectories in units of its spread. */
export function noiseShare({ items, names }: Trajectories): number {
  const d = names.length;
  const shares = items.flatMap(({ times, states }) => {
    const levels = noiseLevel(times, states, d);
    return names.map((_, column) => {
      const values = states.filter((_value, at) => at % d === column);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      return square > 0 ? levels[column] / Math.sqrt(square) : 0;
    });
  });
  return shares.reduce((most, share) => Math.max(most, share), 0);
}
