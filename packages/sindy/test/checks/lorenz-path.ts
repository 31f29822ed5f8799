import { golden } from '../golden.js';
import { lorenzPath } from '../lorenz.js';
import { deviation, type GoldenCheck } from './golden-check.js';

interface Golden {
  readonly n: number;
  readonly rows: readonly number[];
  readonly x: readonly number[][];
}

/** Our own path of Lorenz's system to t = 10, every 250th row of it. */
export function lorenzPathChecks(): GoldenCheck[] {
  const { n, rows, x } = golden<Golden>('lorenz_train');
  const { states } = lorenzPath(n);
  const found = rows.flatMap((row) => Array.from(states.subarray(3 * row, 3 * row + 3)));
  const error = deviation(found, x.flat());
  return [{ file: 'lorenz_train.json', name: 'own path to t = 10', error, tolerance: 1e-6 }];
}
