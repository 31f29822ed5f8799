import { checkSameAlgebra, representation, type Representation } from './representation.js';

/**
 * The action on v ⊗ w, which has the coordinates vᵢ wⱼ at i·size₂ + j: dρ = dρ₁ ⊗ I + I ⊗ dρ₂.
 * @throws NoetherError when the two do not represent algebras of one dimension
 */
export function tensorProduct(a: Representation, b: Representation): Representation {
  checkSameAlgebra(a, b);
  const size = a.size * b.size;
  return representation(
    `${a.name} ⊗ ${b.name}`,
    a.generators.map((first, index) => {
      const second = b.generators[index];
      const product = new Float64Array(size * size);
      for (let i = 0; i < a.size; i++) {
        for (let j = 0; j < b.size; j++) {
          const row = (i * b.size + j) * size;
          for (let k = 0; k < a.size; k++) product[row + k * b.size + j] += first[i * a.size + k];
          for (let k = 0; k < b.size; k++) product[row + i * b.size + k] += second[j * b.size + k];
        }
      }
      return product;
    }),
  );
}
