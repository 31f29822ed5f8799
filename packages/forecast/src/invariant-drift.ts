import { type ConservedQuantity, invalidArgument } from '@noether/contracts';

/**
 * How far a path leaves the level of a conserved quantity: |H(x(t)) − H(x(0))| / scale at each time.
 * @param states row-major times × dimension
 * @param scale |H(x(0))| by default, 1 where that is zero; give the spread of H over the data instead
 * where the zero of H means nothing
 * @throws NoetherError when the length is no multiple of the dimension, or the scale is not positive
 */
export function invariantDrift(
  { evaluate }: Pick<ConservedQuantity, 'evaluate'>,
  states: Float64Array,
  dimension: number,
  scale?: number,
): Float64Array {
  const rows = states.length / dimension;
  if (!Number.isInteger(rows) || rows === 0) {
    throw invalidArgument('states', states, `give rows of ${dimension} values`);
  }
  const values = Float64Array.from({ length: rows }, (_, row) =>
    evaluate(states.subarray(row * dimension, (row + 1) * dimension)),
  );
  const unit = scale ?? (Math.abs(values[0]) || 1);
  if (!(unit > 0)) throw invalidArgument('scale', scale, 'give a positive number');
  return values.map((value) => Math.abs(value - values[0]) / unit);
}
