import type { Term } from '@noether/contracts';
import { compileFactors } from './compile-factors.js';
import type { ElementaryFunction } from './elementary-function.js';

/** Terms made ready to run over many states at once; nothing here allocates. */
export interface CompiledColumns {
  /**
   * Writes term t at `count` states to `columns[t·stride] … columns[t·stride + count − 1]`, the same bits as
   * `compileTerms` gives row by row.
   * @param states row-major rows × variables
   * @param from first row to read
   * @param count at most the `height` of the compilation
   */
  evaluate(
    states: ArrayLike<number>,
    from: number,
    count: number,
    columns: Float64Array,
    stride: number,
  ): void;
}

/**
 * Turns terms into products of columns: a monomial is an earlier term times one variable where the list
 * has such a term, as in all polynomials, else the product of its variables.
 * @throws NoetherError when a factor names an unknown function
 */
export function compileColumns(
  terms: readonly Term[],
  variables: number,
  table: ReadonlyMap<string, ElementaryFunction>,
  height: number,
): CompiledColumns {
  const plan = terms.map(({ exponents, factors = [] }, term) => ({
    ...monomialPlan(terms, term, exponents),
    isPlain: factors.length === 0,
  }));
  const factors = compileFactors(terms, variables, table);
  const { start, entries } = factors.ofTerm;
  const inputs = new Float64Array(variables * height);
  const values = new Float64Array(factors.count);
  const factorColumns = new Float64Array(factors.count * height);
  const product = new Float64Array(height);

  const gather = (states: ArrayLike<number>, from: number, count: number): void => {
    for (let row = 0; row < count; row++) {
      const source = (from + row) * variables;
      for (let variable = 0; variable < variables; variable++) {
        inputs[variable * height + row] = states[source + variable];
      }
      if (values.length === 0) continue;
      factors.evaluate(states, source, values);
      for (let factor = 0; factor < values.length; factor++) {
        factorColumns[factor * height + row] = values[factor];
      }
    }
  };
  return {
    evaluate(states, from, count, columns, stride) {
      gather(states, from, count);
      for (let term = 0; term < plan.length; term++) {
        const { parent, multiply, isPlain } = plan[term];
        const target = term * stride;
        if (parent < 0) columns.fill(1, target, target + count);
        for (let at = 0; at < multiply.length; at++) {
          const left = at === 0 && parent >= 0 ? parent * stride : target;
          times(columns, left, inputs, multiply[at] * height, columns, target, count);
        }
        if (isPlain) continue;
        product.fill(1, 0, count);
        for (let at = start[term]; at < start[term + 1]; at++) {
          times(product, 0, factorColumns, entries[at] * height, product, 0, count);
        }
        times(columns, target, product, 0, columns, target, count);
      }
    },
  };
}

/** target ← left · right, `count` entries of each. */
function times(
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
  target: Float64Array,
  targetAt: number,
  count: number,
): void {
  for (let index = 0; index < count; index++) {
    target[targetAt + index] = left[leftAt + index] * right[rightAt + index];
  }
}

/** The earlier term to start from (−1: the constant 1) and the variables to multiply with, in order. */
function monomialPlan(
  terms: readonly Term[],
  term: number,
  exponents: readonly number[],
): { parent: number; multiply: number[] } {
  const all = exponents.flatMap((power, variable) => new Array<number>(power).fill(variable));
  const last = all.at(-1);
  const parent = terms
    .slice(0, term)
    .findIndex(
      (earlier) =>
        (earlier.factors ?? []).length === 0 &&
        earlier.exponents.every(
          (power, variable) => power === exponents[variable] - (variable === last ? 1 : 0),
        ),
    );
  return parent < 0 || last === undefined
    ? { parent: -1, multiply: all }
    : { parent, multiply: [last] };
}
