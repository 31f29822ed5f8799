import type { Term } from '@noether/contracts';
import { compileFactors } from './compile-factors.js';
import type { ElementaryFunction } from './elementary-function.js';
import { flatLists } from './flat-lists.js';

/** Terms made ready to run; both functions allocate nothing. */
export interface CompiledTerms {
  /** Writes the terms at the state that starts at `states[from]` to `values[to] …`. */
  evaluate(states: ArrayLike<number>, from: number, values: Float64Array, to: number): void;
  /** ∂term/∂x at one state, row-major terms × variables. */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}

/**
 * Turns terms into flat arrays: each term is the list of variables it multiplies (x²y → x, x, y) and
 * the list of its elementary factors.
 * @throws NoetherError when a factor names an unknown function
 */
export function compileTerms(
  terms: readonly Term[],
  variables: number,
  table: ReadonlyMap<string, ElementaryFunction>,
): CompiledTerms {
  const powers = flatLists(
    terms.map(({ exponents }) =>
      exponents.flatMap((power, variable) => new Array<number>(power).fill(variable)),
    ),
  );
  const factors = compileFactors(terms, variables, table);
  const { start, entries } = factors.ofTerm;
  const values = new Float64Array(factors.count);
  const gradients = new Float64Array(factors.count * variables);
  const count = terms.length;

  const product = (term: number, state: ArrayLike<number>, from: number, skip: number): number => {
    let value = 1;
    for (let at = powers.start[term]; at < powers.start[term + 1]; at++) {
      if (at !== skip) value *= state[from + powers.entries[at]];
    }
    return value;
  };
  const others = (term: number, skip: number): number => {
    let value = 1;
    for (let at = start[term]; at < start[term + 1]; at++) {
      if (at !== skip) value *= values[entries[at]];
    }
    return value;
  };
  return {
    evaluate(states, from, target, to) {
      if (values.length > 0) factors.evaluate(states, from, values);
      for (let term = 0; term < count; term++) {
        target[to + term] = product(term, states, from, -1) * others(term, -1);
      }
    },
    jacobian(state, derivative) {
      factors.gradient(state, values, gradients);
      derivative.fill(0, 0, count * variables);
      for (let term = 0; term < count; term++) {
        const right = others(term, -1);
        for (let at = powers.start[term]; at < powers.start[term + 1]; at++) {
          const entry = term * variables + powers.entries[at];
          derivative[entry] += product(term, state, 0, at) * right;
        }
        if (start[term] === start[term + 1]) continue;
        const left = product(term, state, 0, -1);
        for (let at = start[term]; at < start[term + 1]; at++) {
          const rest = left * others(term, at);
          for (let variable = 0; variable < variables; variable++) {
            derivative[term * variables + variable] +=
              rest * gradients[entries[at] * variables + variable];
          }
        }
      }
    },
  };
}
