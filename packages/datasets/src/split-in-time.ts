import { rowsOf, trajectories, type Trajectories } from '@noether/contracts';
import { partSizes, type Split, type SplitFractions } from './split.js';

/**
 * Cuts every trajectory in time: its beginning is learned from, what follows is watched, its end is
 * judged by. For long recordings that are too few to be dealt out whole.
 * @throws NoetherError when the fractions do not add up to 1 or a trajectory has too few rows
 */
export function splitInTime(data: Trajectories, fractions: SplitFractions): Split {
  const cuts = data.items.map((item, index) => {
    const rows = item.times.length;
    const [learned, watched] = partSizes(
      rows,
      fractions,
      `the number of rows of trajectory ${index}`,
      'record for longer',
    );
    return [0, learned, learned + watched, rows];
  });
  const part = (number: number): Trajectories => {
    const items = data.items.map((item, index) =>
      rowsOf(item, cuts[index][number], cuts[index][number + 1]),
    );
    return trajectories({ ...data, items });
  };
  return { train: part(0), validation: part(1), test: part(2) };
}
