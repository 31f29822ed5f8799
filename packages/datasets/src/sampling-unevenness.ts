import type { Trajectories } from '@noether/contracts';

/**
 * How unevenly trajectories are sampled: (longest − shortest) / mean of all times between
 * neighbouring rows; 0 when every step is the same, also between trajectories.
 */
export function samplingUnevenness(data: Trajectories): number {
  let [shortest, longest, sum, count] = [Infinity, 0, 0, 0];
  for (const { times } of data.items) {
    for (let row = 1; row < times.length; row++) {
      const step = times[row] - times[row - 1];
      shortest = Math.min(shortest, step);
      longest = Math.max(longest, step);
      sum += step;
      count += 1;
    }
  }
  return count === 0 ? 0 : (longest - shortest) / (sum / count);
}
