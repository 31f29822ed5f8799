import { invalidArgument } from '@noether/contracts';
import { expm } from '@noether/numerics';
import { checkFinite } from '../check-finite.js';
import { combine } from '../combine.js';
import type { Representation } from './representation.js';

/**
 * ρ(exp(Σ wᵢ Lᵢ)) = exp(Σ wᵢ dρ(Lᵢ)), row-major size × size.
 * @param coefficients w, one for each generator
 * @throws NoetherError for another number of them, or one that is not finite
 */
export function representElement(
  { generators, size }: Representation,
  coefficients: Float64Array,
): Float64Array {
  if (coefficients.length !== generators.length) {
    throw invalidArgument(
      'coefficients',
      coefficients,
      `give ${generators.length}, one for each generator`,
    );
  }
  checkFinite('coefficients', coefficients, generators.length);
  return expm(combine(generators, coefficients), size);
}
