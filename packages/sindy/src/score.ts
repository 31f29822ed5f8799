import { NoetherError, type Trajectories } from '@noether/contracts';
import type { CompiledField } from './compile-field.js';

/** How well a system explains measured velocities. */
export interface DerivativeScore {
  /** 1 − Σ(ẋ − f)² / Σ(ẋ − mean)² of each equation. */
  readonly r2: readonly number[];
  /** Root mean square of ẋ − f of each equation, in the units of the velocity. */
  readonly rmse: readonly number[];
}

/** @throws NoetherError when a trajectory has no velocities */
export function scoreDerivatives(field: CompiledField, data: Trajectories): DerivativeScore {
  const d = data.names.length;
  const sums = data.names.map(() => ({ rows: 0, sum: 0, square: 0, residual: 0 }));
  for (const [index, { states, velocities }] of data.items.entries()) {
    if (!velocities) {
      throw new NoetherError(`Trajectory ${index} has no velocities.`, {
        code: 'no-velocities',
        argument: `items[${index}]`,
        hint: 'Differentiate it first, see equationDataOf.',
      });
    }
    const predicted = new Float64Array(velocities.length);
    field.evaluateBatch(states, velocities.length / d, predicted);
    velocities.forEach((value, at) => {
      const sum = sums[at % d];
      sum.rows++;
      sum.sum += value;
      sum.square += value * value;
      sum.residual += (value - predicted[at]) ** 2;
    });
  }
  return {
    r2: sums.map(({ rows, sum, square, residual }) => {
      const total = square - (sum * sum) / rows;
      return total > 0 ? 1 - residual / total : residual === 0 ? 1 : 0;
    }),
    rmse: sums.map(({ rows, residual }) => Math.sqrt(residual / rows)),
  };
}
