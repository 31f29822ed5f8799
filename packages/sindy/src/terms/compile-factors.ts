import type { Term, TermFactor } from '@noether/contracts';
import type { ElementaryFunction } from './elementary-function.js';
import { flatLists, type FlatLists } from './flat-lists.js';
import { functionNamed } from './function-table.js';

/** The distinct elementary factors of some terms, each computed once a state. */
export interface CompiledFactors {
  readonly count: number;
  /** The factors of each term. */
  readonly ofTerm: FlatLists;
  /** Value of each factor. */
  evaluate(state: ArrayLike<number>, from: number, values: Float64Array): void;
  /** Value of each factor, and its gradient row-major factors × variables. */
  gradient(state: ArrayLike<number>, values: Float64Array, gradients: Float64Array): void;
}

export function compileFactors(
  terms: readonly Term[],
  variables: number,
  table: ReadonlyMap<string, ElementaryFunction>,
): CompiledFactors {
  const distinct = new Map<string, TermFactor>();
  const keyed = terms.map(({ factors = [] }) =>
    factors.map((factor) => {
      const key = JSON.stringify([factor.function, factor.weights, factor.shift]);
      if (!distinct.has(key)) distinct.set(key, factor);
      return [...distinct.keys()].indexOf(key);
    }),
  );
  const factors = [...distinct.values()];
  const functions = factors.map((factor) => functionNamed(table, factor.function));
  const weights = Float64Array.from(factors.flatMap((factor) => factor.weights));
  const shifts = Float64Array.from(factors, (factor) => factor.shift);

  const argument = (factor: number, state: ArrayLike<number>, from: number): number => {
    let sum = shifts[factor];
    for (let variable = 0; variable < variables; variable++) {
      const weight = weights[factor * variables + variable];
      if (weight !== 0) sum += weight * state[from + variable];
    }
    return sum;
  };
  return {
    count: factors.length,
    ofTerm: flatLists(keyed),
    evaluate(state, from, values) {
      for (let factor = 0; factor < functions.length; factor++) {
        values[factor] = functions[factor].evaluate(argument(factor, state, from));
      }
    },
    gradient(state, values, gradients) {
      for (let factor = 0; factor < functions.length; factor++) {
        const at = argument(factor, state, 0);
        values[factor] = functions[factor].evaluate(at);
        const slope = functions[factor].derivative(at);
        for (let variable = 0; variable < variables; variable++) {
          const weight = weights[factor * variables + variable];
          gradients[factor * variables + variable] = weight === 0 ? 0 : weight * slope;
        }
      }
    },
  };
}
