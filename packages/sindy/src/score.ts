import {
  type EquationRecord,
  invalidArgument,
  NoetherError,
  type Trajectories,
} from '@noether/contracts';
import type { CompiledField } from './compile-field.js';
import { equationDataOf } from './data/equation-data-of.js';
import { mapDataOf } from './data/map-data-of.js';
import { determination } from './regress/determination.js';
import { totalSquare } from './regress/total-square.js';

/** How well a system explains measured velocities, a map the next states. */
export interface DerivativeScore {
  /** 1 − Σ(ẋ − f)² / Σ(ẋ − mean)² of each equation; 1 or 0 where ẋ is constant. */
  readonly r2: readonly number[];
  /** Root mean square of ẋ − f of each equation, in the units of the velocity. */
  readonly rmse: readonly number[];
}

/** @throws NoetherError when the data have other variables or inputs, or a trajectory of a system that is no map has no velocities */
export function scoreDerivatives(
  field: CompiledField,
  { variables, inputs = [], discrete = false }: EquationRecord,
  data: Trajectories,
): DerivativeScore {
  checkColumns('names', data.names, variables);
  checkColumns('inputs', data.inputs?.names ?? [], inputs);
  const missing = data.items.findIndex(({ velocities }) => !velocities);
  if (!discrete && missing >= 0) {
    throw new NoetherError(`Trajectory ${missing} has no velocities.`, {
      code: 'no-velocities',
      argument: `items[${missing}]`,
      hint: 'Differentiate it first, see equationDataOf.',
    });
  }
  const { states, velocities } = discrete ? mapDataOf(data) : equationDataOf(data);
  const d = data.names.length;
  const rows = velocities.length / d;
  const predicted = new Float64Array(velocities.length);
  field.evaluateBatch(states, rows, predicted);
  const sums = data.names.map(() => ({ square: 0, residual: 0 }));
  velocities.forEach((value, at) => {
    const sum = sums[at % d];
    sum.square += value * value;
    sum.residual += (value - predicted[at]) ** 2;
  });
  return {
    r2: sums.map(({ square, residual }, column) => {
      const total = totalSquare({ names: data.names, velocities }, column);
      return determination(residual, total, square);
    }),
    rmse: sums.map(({ residual }) => Math.sqrt(residual / rows)),
  };
}

function checkColumns(argument: string, found: readonly string[], wanted: readonly string[]): void {
  if (found.length === wanted.length && found.every((name, at) => name === wanted[at])) return;
  const list = wanted.length > 0 ? wanted.join(', ') : 'none';
  throw invalidArgument(
    `data.${argument}`,
    found.join(', ') || 'none',
    `the equations have ${list}`,
  );
}
