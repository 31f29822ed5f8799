import { type Term, invalidArgument } from '@noether/contracts';
import { linearText } from '../express/linear-text.js';
import { variableLatex } from '../express/variable-latex.js';
import type { ElementaryFunction } from '../terms/elementary-function.js';
import { functionNamed, functionTable } from '../terms/function-table.js';
import { checkVariables } from './check-variables.js';
import { combinations } from './combinations.js';
import type { Library } from './library.js';
import { termLibrary } from './term-library.js';

/** A kind of candidates f(w₁a + w₂b + … + s) for each choice of variables a, b, … */
export interface FunctionCandidate {
  /** The name of a built-in function, or a function of your own with its derivative. */
  readonly function: string | ElementaryFunction;
  /** Weight of each chosen variable; their number says how many are chosen. [1] when left out. */
  readonly weights?: readonly number[];
  /** 0 when left out. */
  readonly shift?: number;
}

/** Options of {@link functionLibrary}. */
export interface FunctionOptions {
  /** Whether the constant 1 is a candidate; false by default. */
  readonly constant?: boolean;
  /** Whether one variable may be chosen twice, as in sin(x + x); false by default. */
  readonly repeats?: boolean;
}

/**
 * Functions of your own: each candidate is applied to every choice of as many variables as it has
 * weights, e.g. `[{ function: 'exp' }, { function: 'sin', weights: [1, 1] }]` in x, y gives `exp(x)`,
 * `exp(y)`, `sin(x+y)`. A function that is not built in brings its name, value and derivative; a stored
 * system that uses it needs it again when it is read.
 * @throws NoetherError when there is no candidate or a function is unknown
 */
export function functionLibrary(
  variables: readonly string[],
  candidates: readonly FunctionCandidate[],
  { constant = false, repeats = false }: FunctionOptions = {},
): Library {
  checkVariables(variables);
  if (candidates.length === 0) {
    throw invalidArgument('candidates', candidates, 'give at least one function');
  }
  const own = candidates.flatMap(({ function: called }) =>
    typeof called === 'string' ? [] : [called],
  );
  const table = functionTable(own);
  const zeros = variables.map(() => 0);
  const terms: Term[] = constant ? [{ name: '1', latex: '1', exponents: zeros }] : [];
  for (const candidate of candidates) {
    const { weights = [1] } = candidate;
    for (const chosen of combinations(variables.length, weights.length, repeats)) {
      terms.push(termOf(variables, candidate, chosen, table));
    }
  }
  return termLibrary(variables, terms, [...new Set(own)]);
}

function termOf(
  variables: readonly string[],
  { function: called, weights = [1], shift = 0 }: FunctionCandidate,
  chosen: readonly number[],
  table: ReadonlyMap<string, ElementaryFunction>,
): Term {
  const entry = functionNamed(table, typeof called === 'string' ? called : called.name);
  const latexNames = variables.map((name) => {
    const { base, index } = variableLatex(name);
    return base + index;
  });
  const written = (names: readonly string[]): string =>
    linearText(
      chosen.map((variable) => names[variable]),
      weights,
      shift,
    );
  const argument = written(latexNames);
  return {
    name: `${entry.name}(${written(variables)})`,
    latex: entry.latex?.(argument) ?? `\\operatorname{${entry.name}}\\left(${argument}\\right)`,
    exponents: variables.map(() => 0),
    factors: [
      {
        function: entry.name,
        weights: variables.map((_, variable) =>
          chosen.reduce((sum, other, at) => sum + (other === variable ? weights[at] : 0), 0),
        ),
        shift,
      },
    ],
  };
}
