import { checkSameAlgebra, representation, type Representation } from './representation.js';

/**
 * The action on pairs (v, w), block by block: dρ = [[dρ₁, 0], [0, dρ₂]].
 * @throws NoetherError when the two do not represent algebras of one dimension
 */
export function directSum(a: Representation, b: Representation): Representation {
  checkSameAlgebra(a, b);
  const size = a.size + b.size;
  return representation(
    `${a.name} ⊕ ${b.name}`,
    a.generators.map((first, index) => {
      const sum = new Float64Array(size * size);
      place(sum, size, first, a.size, 0);
      place(sum, size, b.generators[index], b.size, a.size);
      return sum;
    }),
  );
}

function place(
  target: Float64Array,
  width: number,
  block: Float64Array,
  size: number,
  offset: number,
): void {
  for (let row = 0; row < size; row++) {
    const line = block.subarray(row * size, (row + 1) * size);
    target.set(line, (row + offset) * width + offset);
  }
}
