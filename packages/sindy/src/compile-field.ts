import type { Term } from '@noether/contracts';
import { compileTerms } from './terms/compile-terms.js';
import type { ElementaryFunction } from './terms/elementary-function.js';
import { flatLists } from './terms/flat-lists.js';

/** Ξ Θ(x) made ready to run; nothing here allocates. */
export interface CompiledField {
  evaluate(state: ArrayLike<number>, velocity: Float64Array): void;
  /** Velocities of `count` states, both row-major rows × d. */
  evaluateBatch(states: ArrayLike<number>, count: number, velocities: Float64Array): void;
  /** ∂(Ξ Θ)/∂x, row-major d × d. */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}

/** Each equation is the list of its nonzero coefficients. */
export function compileField(
  terms: readonly Term[],
  coefficients: readonly (readonly number[])[],
  variables: number,
  table: ReadonlyMap<string, ElementaryFunction>,
): CompiledField {
  const compiled = compileTerms(terms, variables, table);
  const { start, entries } = flatLists(
    coefficients.map((row) => row.flatMap((value, term) => (value === 0 ? [] : [term]))),
  );
  const weights = Float64Array.from(
    coefficients.flatMap((row) => row.filter((value) => value !== 0)),
  );
  const values = new Float64Array(terms.length);
  const slopes = new Float64Array(terms.length * variables);

  const write = (
    states: ArrayLike<number>,
    from: number,
    velocities: Float64Array,
    to: number,
  ): void => {
    compiled.evaluate(states, from, values, 0);
    for (let row = 0; row < variables; row++) {
      let sum = 0;
      for (let at = start[row]; at < start[row + 1]; at++) sum += weights[at] * values[entries[at]];
      velocities[to + row] = sum;
    }
  };
  return {
    evaluate: (state, velocity) => write(state, 0, velocity, 0),
    evaluateBatch: (states, count, velocities) => {
      for (let row = 0; row < count; row++) {
        write(states, row * variables, velocities, row * variables);
      }
    },
    jacobian: (state, derivative) => {
      compiled.jacobian(state, slopes);
      for (let row = 0; row < variables; row++) {
        for (let variable = 0; variable < variables; variable++) {
          let sum = 0;
          for (let at = start[row]; at < start[row + 1]; at++) {
            sum += weights[at] * slopes[entries[at] * variables + variable];
          }
          derivative[row * variables + variable] = sum;
        }
      }
    },
  };
}
