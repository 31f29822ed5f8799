import { type Term, invalidArgument } from '@noether/contracts';
import { checkTerm } from '../check-term.js';
import { compileTerms } from '../terms/compile-terms.js';
import type { ElementaryFunction } from '../terms/elementary-function.js';
import { functionTable } from '../terms/function-table.js';
import { checkVariables } from './check-variables.js';
import type { Library } from './library.js';

/**
 * The library of exactly these terms, given as data: products of powers and of elementary functions
 * f(Σ wⱼxⱼ + s). Evaluation and the analytic Jacobian follow from the data.
 * @param functions what the terms name beyond the built-in functions
 * @throws NoetherError when there is no term, a name is repeated or a function is unknown
 */
export function termLibrary(
  variables: readonly string[],
  terms: readonly Term[],
  functions: readonly ElementaryFunction[] = [],
): Library {
  checkVariables(variables);
  if (terms.length === 0) throw invalidArgument('terms', terms, 'give at least one term');
  terms.forEach((term) => checkTerm(term, variables.length));
  const names = terms.map((term) => term.name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw invalidArgument('terms', repeated, 'this term is in the library already');
  }
  const d = variables.length;
  const p = terms.length;
  const { evaluate, jacobian } = compileTerms(terms, d, functionTable(functions));
  return Object.freeze({
    variables: Object.freeze(variables.slice()),
    terms: Object.freeze(terms.slice()),
    ...(functions.length > 0 ? { functions: Object.freeze(functions.slice()) } : {}),
    evaluate: (states, from, count, values, stride = p) => {
      for (let row = 0; row < count; row++)
        evaluate(states, (from + row) * d, values, row * stride);
    },
    jacobian,
  } satisfies Library);
}
