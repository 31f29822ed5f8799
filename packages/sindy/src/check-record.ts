import { type EquationRecord, invalidArgument } from '@noether/contracts';
import { checkTerm } from './check-term.js';
import { checkVariables } from './library/check-variables.js';

/** @throws NoetherError that names the first field that does not fit */
export function checkRecord(record: EquationRecord): void {
  if (record?.kind !== 'equation-system') {
    throw invalidArgument('kind', record?.kind, 'expected "equation-system"');
  }
  for (const field of ['variables', 'terms', 'coefficients', 'r2'] as const) {
    if (!Array.isArray(record[field])) throw invalidArgument(field, record[field], 'give an array');
  }
  const { variables, inputs = [], terms, coefficients, r2 } = record;
  const d = variables.length;
  if (d === 0) throw invalidArgument('variables', variables, 'name at least one variable');
  checkVariables([...variables, ...inputs]);
  terms.forEach((term) => checkTerm(term, d + inputs.length));
  if (coefficients.length !== d) {
    throw invalidArgument('coefficients', coefficients, `give one row for each of ${d} variables`);
  }
  coefficients.forEach((row, index) => {
    if (row.length !== terms.length || !row.every(Number.isFinite)) {
      throw invalidArgument(
        `coefficients[${index}]`,
        row,
        `give one finite number for each of the ${terms.length} terms`,
      );
    }
  });
  if (r2.length !== d)
    throw invalidArgument('r2', r2, `give one number for each of ${d} equations`);
}
