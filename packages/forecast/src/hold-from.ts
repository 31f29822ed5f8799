/** Overwrites the rows from `row` on with the row before it, in place. */
export function holdFrom(states: Float64Array, dimension: number, row: number): void {
  for (let at = row * dimension; at < states.length; at++) states[at] = states[at - dimension];
}

/** The first row with an entry that is not finite or above the bound; the number of rows if none. */
export function firstUnbounded(states: Float64Array, dimension: number, bound: number): number {
  const at = states.findIndex((value) => !(Math.abs(value) <= bound));
  return at < 0 ? states.length / dimension : Math.floor(at / dimension);
}
