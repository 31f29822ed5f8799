/**
 * The matrices Σ wᵢ Lᵢ for each row w of `coefficients` (row-major count × c), one after the other:
 * from coordinates in the algebra to matrices, often written w^.
 */
export function combine(
  generators: readonly Float64Array[],
  coefficients: Float64Array,
): Float64Array {
  const dimension = generators.length;
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
