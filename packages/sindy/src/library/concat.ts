import { invalidArgument } from '@noether/contracts';
import type { ElementaryFunction } from '../terms/elementary-function.js';
import { functionTable } from '../terms/function-table.js';
import type { Library } from './library.js';

/**
 * All terms of the libraries, one library after the other (pysindy's `+`). A term that an earlier
 * library has already is left out, because a column of Θ given twice has no coefficient of its own.
 * @throws NoetherError when the libraries are not in the same variables
 */
export function concat(...libraries: readonly Library[]): Library {
  if (libraries.length === 0) throw invalidArgument('libraries', libraries, 'give at least one');
  const { variables } = libraries[0];
  sameVariables(libraries);
  const seen = new Set<string>();
  const keep = libraries.map(({ terms }) =>
    terms.flatMap((term, index) => {
      if (seen.has(term.name)) return [];
      seen.add(term.name);
      return [index];
    }),
  );
  const terms = libraries.flatMap((library, part) => keep[part].map((at) => library.terms[at]));
  const functions = functionsOf(libraries);
  return Object.freeze({
    variables,
    terms: Object.freeze(terms),
    ...(functions.length > 0 ? { functions } : {}),
    ...evaluators(libraries, keep, variables.length, terms.length),
  } satisfies Library);
}

function evaluators(
  libraries: readonly Library[],
  keep: readonly (readonly number[])[],
  d: number,
  p: number,
): Pick<Library, 'evaluate' | 'jacobian'> {
  const rows = libraries.map(({ terms }) => new Float64Array(terms.length));
  const slopes = libraries.map(({ terms }) => new Float64Array(terms.length * d));
  return {
    evaluate: (states, from, count, values, stride = p) => {
      for (let row = 0; row < count; row++) {
        let target = row * stride;
        for (let part = 0; part < rows.length; part++) {
          libraries[part].evaluate(states, from + row, 1, rows[part]);
          for (const at of keep[part]) values[target++] = rows[part][at];
        }
      }
    },
    jacobian: (state, derivative) => {
      let target = 0;
      for (let part = 0; part < slopes.length; part++) {
        libraries[part].jacobian(state, slopes[part]);
        for (const at of keep[part]) {
          for (let j = 0; j < d; j++) derivative[target++] = slopes[part][at * d + j];
        }
      }
    },
  };
}

/** The functions of several libraries, each once. */
export function functionsOf(libraries: readonly Library[]): readonly ElementaryFunction[] {
  const functions = [...new Set(libraries.flatMap((library) => library.functions ?? []))];
  functionTable(functions);
  return Object.freeze(functions);
}

/** @throws NoetherError that names the first library in other variables */
export function sameVariables(libraries: readonly Library[]): void {
  const [first, ...others] = libraries.map(({ variables }) => variables.join(', '));
  others.forEach((names, index) => {
    if (names !== first) {
      const wanted = `expected ${first}; bring a library of fewer variables in with embed()`;
      throw invalidArgument(`variables of library ${index + 1}`, names, wanted);
    }
  });
}
