/**
 * The forecast that nothing changes: x̂(t) = x(0), row-major times × dimension.
 * @param initial x(0)
 * @param rows number of times
 */
export function persistence(initial: Float64Array, rows: number): Float64Array {
  const states = new Float64Array(rows * initial.length);
  for (let row = 0; row < rows; row++) states.set(initial, row * initial.length);
  return states;
}
