import { expm } from '@noether/numerics';
import { combine } from '../combine.js';
import type { Representation } from './representation.js';

/**
 * ρ(exp(Σ wᵢ Lᵢ)) = exp(Σ wᵢ dρ(Lᵢ)), row-major size × size.
 * @param coefficients w, one for each generator
 */
export function representElement(
  { generators, size }: Representation,
  coefficients: Float64Array,
): Float64Array {
  return expm(combine(generators, coefficients), size);
}
