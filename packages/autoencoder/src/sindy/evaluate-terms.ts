import type { Term } from '@noether/contracts';

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  exp: Math.exp,
};

/** Θ at each row of variables in float64, row-major rows × terms; the pair of `termValues`. */
export function evaluateTerms(
  terms: readonly Term[],
  rows: Float64Array,
  variables: number,
): Float64Array {
  const count = rows.length / variables;
  const values = new Float64Array(count * terms.length);
  for (let row = 0; row < count; row++) {
    const v = rows.subarray(row * variables, row * variables + variables);
    terms.forEach(({ exponents, factors = [] }, term) => {
      let value = 1;
      exponents.forEach((power, variable) => (value *= v[variable] ** power));
      for (const { function: name, weights, shift } of factors) {
        value *= FUNCTIONS[name](weights.reduce((sum, weight, at) => sum + weight * v[at], shift));
      }
      values[row * terms.length + term] = value;
    });
  }
  return values;
}
