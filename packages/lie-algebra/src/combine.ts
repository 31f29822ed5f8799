import { invalidArgument } from '@noether/contracts';
import { countRows } from './count-rows.js';

/**
 * The matrices Σ wᵢ Lᵢ for each row w of `coefficients` (row-major count × c), one after the other:
 * from coordinates in the algebra to matrices, often written w^.
 * @throws NoetherError when there is no generator or the coefficients are no multiple of their number
 */
export function combine(
  generators: readonly Float64Array[],
  coefficients: Float64Array,
): Float64Array {
  if (generators.length === 0) {
    throw invalidArgument('generators', generators, 'give at least one generator');
  }
  const dimension = generators.length;
  countRows('coefficients', coefficients, dimension, 'one for each generator');
  const entries = generators[0].length;
  const count = coefficients.length / dimension;
  const matrices = new Float64Array(count * entries);
  for (let row = 0; row < count; row++) {
    for (let index = 0; index < dimension; index++) {
      const coefficient = coefficients[row * dimension + index];
      if (coefficient === 0) continue;
      const generator = generators[index];
      for (let entry = 0; entry < entries; entry++) {
        matrices[row * entries + entry] += coefficient * generator[entry];
      }
    }
  }
  return matrices;
}
