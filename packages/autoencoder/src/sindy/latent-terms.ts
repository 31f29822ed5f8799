import { invalidArgument, type Term } from '@noether/contracts';

/** Which functions of the latent variables may stand in the equations. */
export interface LatentLibrary {
  /** Highest degree of the monomials. */
  readonly degree: number;
  /** Whether 1 is among them; default true. */
  readonly constant?: boolean;
  /** Elementary functions of each variable, e.g. `['sin']`; default none. */
  readonly functions?: readonly LatentFunction[];
}

export type LatentFunction = 'sin' | 'cos' | 'exp';

/**
 * The candidate terms as plain data: monomials by degree, then lexicographically (1, z1, z2, z1²,
 * z1 z2, …), then f(z1), f(z2), … for each function.
 * @throws NoetherError when the degree is not a whole number or there is nothing in the library
 */
export function latentTerms(variables: readonly string[], library: LatentLibrary): Term[] {
  const { degree, constant = true, functions = [] } = library;
  if (!Number.isInteger(degree) || degree < 0) {
    throw invalidArgument('library.degree', degree, 'it must be a whole number, at least 0');
  }
  const terms: Term[] = [];
  for (let order = constant ? 0 : 1; order <= degree; order++) {
    for (const exponents of exponentsOf(order, variables.length)) {
      terms.push(monomial(exponents, variables));
    }
  }
  for (const name of functions) {
    variables.forEach((variable, index) =>
      terms.push(elementary(name, variable, index, variables)),
    );
  }
  if (terms.length === 0) {
    throw invalidArgument('library', library, 'it must have at least one term');
  }
  return terms;
}

/** Exponents of all monomials of one degree, x^n first. */
function exponentsOf(degree: number, variables: number): number[][] {
  if (variables === 1) return [[degree]];
  const found: number[][] = [];
  for (let first = degree; first >= 0; first--) {
    for (const rest of exponentsOf(degree - first, variables - 1)) found.push([first, ...rest]);
  }
  return found;
}

function monomial(exponents: readonly number[], variables: readonly string[]): Term {
  const write = (names: readonly string[], power: (exponent: number) => string): string =>
    exponents
      .map((exponent, index) => names[index] + (exponent === 1 ? '' : power(exponent)))
      .filter((_, index) => exponents[index] > 0)
      .join(' ') || '1';
  return {
    name: write(variables, (exponent) => `^${exponent}`),
    latex: write(variables.map(latexOf), (exponent) => `^{${exponent}}`),
    exponents: [...exponents],
  };
}

/** z1 → z_{1}. */
function latexOf(variable: string): string {
  return variable.replace(/^(\D+)(\d+)$/, '$1_{$2}');
}

function elementary(
  name: LatentFunction,
  variable: string,
  index: number,
  variables: readonly string[],
): Term {
  return {
    name: `${name}(${variable})`,
    latex: `\\${name}(${latexOf(variable)})`,
    exponents: variables.map(() => 0),
    factors: [
      { function: name, weights: variables.map((_, at) => (at === index ? 1 : 0)), shift: 0 },
    ],
  };
}
