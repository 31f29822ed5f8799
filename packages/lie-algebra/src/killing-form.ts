import { structureConstants } from './structure-constants.js';

/**
 * The Killing form K(Lᵢ, Lⱼ) = tr(ad Lᵢ ∘ ad Lⱼ) = Σₖₗ cᵢₖₗ cⱼₗₖ in the basis of the generators,
 * row-major c × c, symmetric. Nondegenerate exactly for semisimple algebras (Cartan), negative
 * definite for the compact ones among them; −2 I for so(3).
 * @param generators row-major n × n matrices
 * @throws NoetherError when the generators are linearly dependent
 */
export function killingForm(generators: readonly Float64Array[], n: number): Float64Array {
  const c = generators.length;
  const constants = structureConstants(generators, n);
  const form = new Float64Array(c * c);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      let sum = 0;
      for (let k = 0; k < c; k++) {
        for (let l = 0; l < c; l++) {
          sum += constants[(i * c + k) * c + l] * constants[(j * c + l) * c + k];
        }
      }
      form[i * c + j] = sum;
    }
  }
  return form;
}
