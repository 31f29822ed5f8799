import { inverse, multiply } from '@noether/numerics';
import { killingForm } from './killing-form.js';

/**
 * The quadratic Casimir element Σᵢⱼ (K⁻¹)ᵢⱼ Lᵢ Lⱼ with the Killing form K, row-major n × n. It
 * commutes with every generator and does not depend on the basis; 1·I for so(3).
 * @param generators row-major n × n matrices of a semisimple algebra
 * @throws RangeError when the Killing form is singular: the algebra is not semisimple
 */
export function casimir(generators: readonly Float64Array[], n: number): Float64Array {
  const c = generators.length;
  const dual = inverse(killingForm(generators, n), c);
  const result = new Float64Array(n * n);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < c; j++) {
      const product = multiply(generators[i], generators[j], n, n, n);
      for (let entry = 0; entry < result.length; entry++) {
        result[entry] += dual[i * c + j] * product[entry];
      }
    }
  }
  return result;
}
