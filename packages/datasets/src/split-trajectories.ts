import { trajectories, type RandomStream, type Trajectories } from '@noether/contracts';
import { partSizes, type Split, type SplitFractions } from './split.js';

/**
 * Deals whole trajectories out to train, validation and test in a random order that the stream
 * fixes; no trajectory is in two parts, each part has at least one.
 * @throws NoetherError when the fractions do not add up to 1 or there are too few trajectories
 */
export function splitTrajectories(
  data: Trajectories,
  fractions: SplitFractions,
  random: RandomStream,
): Split {
  const { items } = data;
  const [learned, watched] = partSizes(
    items.length,
    fractions,
    'the number of trajectories',
    'cut them in time instead',
  );
  const order = random.permutation(items.length);
  const part = (from: number, to: number): Trajectories =>
    trajectories({ ...data, items: Array.from(order.subarray(from, to), (index) => items[index]) });
  return {
    train: part(0, learned),
    validation: part(learned, learned + watched),
    test: part(learned + watched, items.length),
  };
}
