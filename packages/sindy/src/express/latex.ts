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
    return record.discrete ? `${next(base, index)} = ${sum}` : `\\dot{${base}}${index} = ${sum}`;
  });
}

/** x_{k+1}, and z_{1,k+1} of a variable that has an index already. */
function next(base: string, index: string): string {
  return index === '' ? `${base}_{k+1}` : `${base}_{${index.slice(2, -1)},k+1}`;
}

function latexNumber(value: number, digits: number): string {
  const [mantissa, exponent] = value.toPrecision(digits).split('e');
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}
