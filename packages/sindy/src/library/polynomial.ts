import { type Term, invalidArgument } from '@noether/contracts';
import { termLatex } from '../express/term-latex.js';
import { termName } from '../express/term-name.js';
import { checkTermNames } from './check-term-names.js';
import { checkVariables } from './check-variables.js';
import type { Library } from './library.js';
import { monomials } from './monomials.js';

/** Options of {@link polynomialLibrary}. */
export interface PolynomialOptions {
  /** Whether the constant function 1 is a candidate; true by default. */
  readonly constant?: boolean;
  /** Whether products of different variables are candidates; true by default. */
  readonly interactions?: boolean;
  /** Whether only products of different variables are: no x², no x²y; false by default. */
  readonly interactionsOnly?: boolean;
}

/**
 * All monomials x^a = Π xⱼ^aⱼ with |a| ≤ degree, graded by |a|, then lexicographic: `1`, `x`, `y`,
 * `x^2`, `x y`, `y^2`. A monomial costs one multiplication, because x^a = x^(a−eᵥ)·xᵥ and the factor
 * x^(a−eᵥ) stands earlier in the list; the Jacobian follows by the product rule.
 * @throws NoetherError when there is no variable, a name is repeated, two terms would be called alike or the degree is
 * not 0, 1, 2, …
 */
export function polynomialLibrary(
  variables: readonly string[],
  degree: number,
  options: PolynomialOptions = {},
): Library {
  check(variables, degree);
  const { constant = true, interactions = true, interactionsOnly = false } = options;
  const exponents = monomials(variables.length, degree, constant ? 0 : 1).filter(
    (powers) =>
      (interactions || powers.filter((power) => power > 0).length <= 1) &&
      (!interactionsOnly || powers.every((power) => power <= 1)),
  );
  if (exponents.length === 0) {
    throw invalidArgument('degree', degree, 'without the constant the degree must be at least 1');
  }
  const terms = exponents.map((powers): Term =>
    Object.freeze({
      name: termName(variables, powers),
      latex: termLatex(variables, powers),
      exponents: Object.freeze(powers),
    }),
  );
  checkTermNames(terms);
  return Object.freeze({
    variables: Object.freeze(variables.slice()),
    terms: Object.freeze(terms),
    ...evaluators(exponents, variables.length),
  });
}

function check(variables: readonly string[], degree: number): void {
  checkVariables(variables);
  if (!Number.isInteger(degree) || degree < 0) {
    throw invalidArgument('degree', degree, 'give a whole number, 0 or more');
  }
}

/** Term t is term `parent[t]` (−1: the constant 1) times variable `factor[t]` (−1: none). */
function steps(exponents: number[][]): { parent: Int32Array; factor: Int32Array } {
  const place = new Map(exponents.map((powers, term) => [powers.join(), term]));
  const factor = Int32Array.from(exponents, (powers) => powers.findLastIndex((power) => power > 0));
  const parent = Int32Array.from(exponents, (powers, term) => {
    const reduced = powers.map((power, variable) =>
      variable === factor[term] ? power - 1 : power,
    );
    return factor[term] < 0 ? -1 : (place.get(reduced.join()) ?? -1);
  });
  return { parent, factor };
}

function evaluators(exponents: number[][], d: number): Pick<Library, 'evaluate' | 'jacobian'> {
  const { parent, factor } = steps(exponents);
  const p = exponents.length;
  const scratch = new Float64Array(p);

  const evaluate: Library['evaluate'] = (states, from, count, values, stride = p) => {
    for (let row = 0; row < count; row++) {
      const source = (from + row) * d;
      const target = row * stride;
      for (let term = 0; term < p; term++) {
        const left = parent[term] < 0 ? 1 : values[target + parent[term]];
        values[target + term] = factor[term] < 0 ? left : left * states[source + factor[term]];
      }
    }
  };

  const jacobian: Library['jacobian'] = (state, derivative) => {
    evaluate(state, 0, 1, scratch);
    for (let term = 0; term < p; term++) {
      for (let variable = 0; variable < d; variable++) {
        const inner = parent[term] < 0 ? 0 : derivative[parent[term] * d + variable];
        const outer = parent[term] < 0 ? 1 : scratch[parent[term]];
        derivative[term * d + variable] =
          factor[term] < 0
            ? 0
            : inner * state[factor[term]] + (factor[term] === variable ? outer : 0);
      }
    }
  };
  return { evaluate, jacobian };
}
