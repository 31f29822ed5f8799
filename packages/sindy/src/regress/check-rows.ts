import { NoetherError } from '@noether/contracts';
import type { DataRows } from './row-factor.js';

/**
 * Finds the cause of a factor that is not finite.
 * @throws NoetherError that names the row, or says that the terms overflow
 */
export function checkRows(
  { states, velocities, weights, firstRow = 0 }: DataRows,
  variables: readonly string[],
  sides: readonly string[],
  from: number,
  count: number,
): never {
  const fault = (
    what: string,
    row: number,
    value: number,
    hint = 'Remove the row or give it a finite value.',
  ): NoetherError => {
    const code = Number.isFinite(value) ? 'invalid-argument' : 'not-finite';
    const message = `Row ${firstRow + row}: ${what} is ${value}.`;
    return new NoetherError(message, { code, argument: what, value, hint });
  };
  for (let row = from; row < from + count; row++) {
    variables.forEach((name, at) => {
      const value = states[row * variables.length + at];
      if (!Number.isFinite(value)) throw fault(name, row, value);
    });
    sides.forEach((side, at) => {
      const value = velocities[row * sides.length + at];
      if (!Number.isFinite(value)) throw fault(side, row, value);
    });
    if (weights && !(weights[row] >= 0 && weights[row] < Infinity)) {
      throw fault('the weight', row, weights[row], 'Give a number, 0 or more.');
    }
  }
  throw new NoetherError('The candidate terms overflow on this data.', {
    code: 'overflow',
    argument: 'states',
    hint: 'Scale the variables to order one or lower the degree.',
  });
}
