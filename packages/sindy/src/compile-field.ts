import type { EquationSystem, Term } from '@noether/contracts';

/**
 * Turns terms and coefficients into flat arrays: each term is the list of variables it multiplies
 * (x²y → x, x, y), each equation the list of its nonzero coefficients.
 */
export function compileField(
  terms: readonly Term[],
  coefficients: readonly (readonly number[])[],
  variables: number,
): EquationSystem['evaluate'] {
  const factors = flat(
    terms.map(({ exponents }) => exponents.flatMap((power, v) => new Array<number>(power).fill(v))),
  );
  const used = flat(
    coefficients.map((row) => row.flatMap((value, term) => (value === 0 ? [] : [term]))),
  );
  const weights = Float64Array.from(
    coefficients.flatMap((row) => row.filter((value) => value !== 0)),
  );
  const values = new Float64Array(terms.length);
  return (state, velocity) => {
    for (let term = 0; term < values.length; term++) {
      let value = 1;
      for (let at = factors.start[term]; at < factors.start[term + 1]; at++) {
        value *= state[factors.entries[at]];
      }
      values[term] = value;
    }
    for (let row = 0; row < variables; row++) {
      let sum = 0;
      for (let at = used.start[row]; at < used.start[row + 1]; at++) {
        sum += weights[at] * values[used.entries[at]];
      }
      velocity[row] = sum;
    }
  };
}

/** Lists of different length in one array: list i is `entries[start[i]] … entries[start[i + 1] − 1]`. */
function flat(lists: readonly (readonly number[])[]): { start: Int32Array; entries: Int32Array } {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, index) => (start[index + 1] = start[index] + list.length));
  return { start, entries: Int32Array.from(lists.flat()) };
}
