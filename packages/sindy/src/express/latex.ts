import type { EquationRecord } from '@noether/contracts';
import { writeSum } from './sum.js';
import { variableLatex } from './variable-latex.js';

/**
 * One line an equation in LaTeX math mode, e.g. `\dot{z}_{1} = 0.588\,z_{2}`.
 * @param digits significant digits of the coefficients, 1 … 17
 */
export function equationLatex(record: EquationRecord, digits: number): string[] {
  const names = record.terms.map((term) => term.latex);
  return record.variables.map((variable, row) => {
    const { base, index } = variableLatex(variable);
    const sum = writeSum(record.coefficients[row], names, {
      number: (value) => latexNumber(value, digits),
      product: (coefficient, term) => `${coefficient}\\,${term}`,
    });
    return `\\dot{${base}}${index} = ${sum}`;
  });
}

function latexNumber(value: number, digits: number): string {
  const [mantissa, exponent] = value.toPrecision(digits).split('e');
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}
