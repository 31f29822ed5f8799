import { type Term, invalidArgument } from '@noether/contracts';
import { variableLatex } from '../express/variable-latex.js';
import { checkVariables } from './check-variables.js';
import type { Library } from './library.js';
import { termLibrary } from './term-library.js';

/** Options of {@link fourierLibrary}. */
export interface FourierOptions {
  /** Whether sin(k x) is a candidate; true by default. */
  readonly sin?: boolean;
  /** Whether cos(k x) is a candidate; true by default. */
  readonly cos?: boolean;
}

/**
 * sin(k x) and cos(k x) of each variable for k = 1 … `frequencies`, by frequency, then variable, then
 * sin before cos: `sin(1 x)`, `cos(1 x)`, `sin(1 y)`, … in the order and with the names of pysindy.
 * @throws NoetherError when `frequencies` is not 1, 2, … or neither function is asked for
 */
export function fourierLibrary(
  variables: readonly string[],
  frequencies: number,
  { sin = true, cos = true }: FourierOptions = {},
): Library {
  checkVariables(variables);
  if (!Number.isInteger(frequencies) || frequencies < 1) {
    throw invalidArgument('frequencies', frequencies, 'give a whole number, 1 or more');
  }
  const functions = [...(sin ? ['sin'] : []), ...(cos ? ['cos'] : [])];
  if (functions.length === 0) throw invalidArgument('sin', sin, 'ask for sin or cos or both');
  const terms: Term[] = [];
  for (let frequency = 1; frequency <= frequencies; frequency++) {
    variables.forEach((variable, index) => {
      for (const name of functions) {
        const weights = variables.map((_, other) => (other === index ? frequency : 0));
        const { base, index: subscript } = variableLatex(variable);
        const argument = `${frequency === 1 ? '' : frequency}${base}${subscript}`;
        terms.push({
          name: `${name}(${frequency} ${variable})`,
          latex: `\\${name}\\left(${argument}\\right)`,
          exponents: variables.map(() => 0),
          factors: [{ function: name, weights, shift: 0 }],
        });
      }
    });
  }
  return termLibrary(variables, terms);
}
