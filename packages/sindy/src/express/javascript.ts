import type { EquationRecord, Term, TermFactor } from '@noether/contracts';
import { leftSide } from './left-side.js';
import type { ElementaryFunction } from '../terms/elementary-function.js';
import { functionNamed } from '../terms/function-table.js';

/**
 * The right-hand side as the source of a function `(state, velocity) => { … }`, with the names of the
 * equations as comments and every coefficient to full precision. With inputs, `state` is x followed by u.
 */
export function equationJavaScript(
  record: EquationRecord,
  table: ReadonlyMap<string, ElementaryFunction>,
): string {
  const lines = record.variables.map((variable, row) => {
    const parts = record.coefficients[row].flatMap((coefficient, term) =>
      coefficient === 0
        ? []
        : [[`(${coefficient})`, ...product(record.terms[term], table)].join(' * ')],
    );
    const comment = `// ${leftSide(variable, record.discrete ?? false)}`.replace(
      /[\r\n\u2028\u2029]/g,
      ' ',
    );
    return `  ${comment}\n  velocity[${row}] = ${parts.join(' + ') || '0'};`;
  });
  return `(state, velocity) => {\n${lines.join('\n')}\n}`;
}

function product(term: Term, table: ReadonlyMap<string, ElementaryFunction>): string[] {
  const powers = term.exponents.flatMap((power, variable) =>
    new Array<string>(power).fill(`state[${variable}]`),
  );
  return [...powers, ...(term.factors ?? []).map((factor) => call(factor, table))];
}

function call(
  { function: name, weights, shift }: TermFactor,
  table: ReadonlyMap<string, ElementaryFunction>,
): string {
  const parts = weights.flatMap((weight, variable) =>
    weight === 0 ? [] : [weight === 1 ? `state[${variable}]` : `(${weight}) * state[${variable}]`],
  );
  if (shift !== 0 || parts.length === 0) parts.push(`(${shift})`);
  const argument = parts.join(' + ');
  return functionNamed(table, name).javascript?.(argument) ?? `${name}(${argument})`;
}
