import { invalidArgument } from '@noether/contracts';
import type { Library } from './library/library.js';
import { polynomialLibrary } from './library/polynomial.js';
import type { Supports } from './regress/support.js';

/** Which terms the equations may have. */
export interface CandidateOptions {
  /** Highest total degree of the monomials; 2 by default. */
  readonly degree?: number;
  /** Whether the constant 1 is among the candidates; true by default. */
  readonly constant?: boolean;
  /** Candidates of your own in place of the monomials, in the variables of the data. */
  readonly library?: Library;
  /** Names of terms that the equation of a variable may not have: `{ x: ['y^2'] }`. */
  readonly exclude?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The library, by default of monomials in the variables and the inputs, and the terms of each equation.
 * @throws NoetherError when the library is in other variables or an excluded name does not exist
 */
export function candidatesOf(
  names: readonly string[],
  { degree = 2, constant = true, library: own, exclude = {} }: CandidateOptions,
  inputs: readonly string[] = [],
): { library: Library; allowed: Supports } {
  const columns = [...names, ...inputs];
  const library = own ?? polynomialLibrary(columns, degree, { constant });
  if (library.variables.join() !== columns.join()) {
    const wanted = `the data are in ${columns.join(', ')}; see embed()`;
    throw invalidArgument('library', library.variables.join(', '), wanted);
  }
  const excluded = new Map(Object.entries(exclude));
  const places = new Map(library.terms.map(({ name }, index) => [name, index]));
  for (const [equation, terms] of excluded) {
    if (!names.includes(equation)) {
      throw invalidArgument('exclude', equation, `the variables are ${names.join(', ')}`);
    }
    const unknown = terms.find((name) => !places.has(name));
    if (unknown !== undefined) {
      throw invalidArgument(`exclude.${equation}`, unknown, 'the library has no such term');
    }
  }
  const allowed = names.map((equation) =>
    [...places].flatMap(([name, index]) => (excluded.get(equation)?.includes(name) ? [] : [index])),
  );
  return { library, allowed };
}
