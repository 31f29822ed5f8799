import type { EquationRecord } from '@noether/contracts';
import { leftSide } from './left-side.js';
import { writeSum } from './sum.js';

/**
 * One line an equation, e.g. `dz1/dt = 0.588 z2 - 1.20 z1 z2`, of a map `z1[k+1] = …`.
 * @param digits significant digits of the coefficients, 1 … 17
 */
export function equationText(record: EquationRecord, digits: number): string[] {
  const names = record.terms.map((term) => term.name);
  return record.variables.map((variable, row) => {
    const sum = writeSum(record.coefficients[row], names, {
      number: (value) => value.toPrecision(digits),
      product: (coefficient, term) => `${coefficient} ${term}`,
    });
    return `${leftSide(variable, record.discrete ?? false)} = ${sum}`;
  });
}
