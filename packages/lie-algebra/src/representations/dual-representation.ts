import { transpose } from '@noether/numerics';
import { representation, type Representation } from './representation.js';

/** The action on linear forms, ρ*(g) = ρ(g⁻¹)ᵀ: dρ*(L) = −dρ(L)ᵀ. */
export function dualRepresentation({ name, size, generators }: Representation): Representation {
  return representation(
    `(${name})*`,
    generators.map((matrix) => transpose(matrix, size, size).map((entry) => 0 - entry)),
  );
}
