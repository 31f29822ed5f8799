import type { Term } from '@noether/contracts';
import { compileTerms } from './terms/compile-terms.js';
import type { ElementaryFunction } from './terms/elementary-function.js';
import { flatLists } from './terms/flat-lists.js';

/**
 * Ξ Θ(x) made ready to run; nothing here allocates. With m inputs a state is x followed by u, d + m numbers.
 */
export interface CompiledField {
  evaluate(state: ArrayLike<number>, velocity: Float64Array): void;
  /** Velocities, row-major rows × d, of `count` states, row-major rows × (d + m). */
  evaluateBatch(states: ArrayLike<number>, count: number, velocities: Float64Array): void;
  /** ∂(Ξ Θ)/∂(x, u), row-major d × (d + m). */
  jacobian(state: ArrayLike<number>, derivative: Float64Array): void;
}

/**
 * Each equation is the list of its nonzero coefficients.
 * @param columns d + m, of what the terms are functions
 */
export function compileField(
  terms: readonly Term[],
  coefficients: readonly (readonly number[])[],
  columns: number,
  table: ReadonlyMap<string, ElementaryFunction>,
): CompiledField {
  const equations = coefficients.length;
  const compiled = compileTerms(terms, columns, table);
  const { start, entries } = flatLists(
    coefficients.map((row) => row.flatMap((value, term) => (value === 0 ? [] : [term]))),
  );
  const weights = Float64Array.from(
    coefficients.flatMap((row) => row.filter((value) => value !== 0)),
  );
  const values = new Float64Array(terms.length);
  const slopes = new Float64Array(terms.length * columns);

  const write = (
    states: ArrayLike<number>,
    from: number,
    velocities: Float64Array,
    to: number,
  ): void => {
    compiled.evaluate(states, from, values, 0);
    for (let row = 0; row < equations; row++) {
      let sum = 0;
      for (let at = start[row]; at < start[row + 1]; at++) sum += weights[at] * values[entries[at]];
      velocities[to + row] = sum;
    }
  };
  return {
    evaluate: (state, velocity) => write(state, 0, velocity, 0),
    evaluateBatch: (states, count, velocities) => {
      for (let row = 0; row < count; row++) {
        write(states, row * columns, velocities, row * equations);
      }
    },
    jacobian: (state, derivative) => {
      compiled.jacobian(state, slopes);
      for (let row = 0; row < equations; row++) {
        for (let column = 0; column < columns; column++) {
          let sum = 0;
          for (let at = start[row]; at < start[row + 1]; at++) {
            sum += weights[at] * slopes[entries[at] * columns + column];
          }
          derivative[row * columns + column] = sum;
        }
      }
    },
  };
}
