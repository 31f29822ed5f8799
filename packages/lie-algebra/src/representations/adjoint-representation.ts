import { adjointOfAlgebra } from '../adjoint.js';
import type { Group } from '../group.js';
import { representation, type Representation } from './representation.js';

/** The group acting on its own algebra by X ↦ g X g⁻¹, in the basis of its generators: dρ = ad. */
export function adjointRepresentation({
  name,
  generators,
  size,
  dimension,
}: Group): Representation {
  return representation(
    `ad(${name})`,
    generators.map((_, index) => {
      const coefficients = new Float64Array(dimension);
      coefficients[index] = 1;
      return adjointOfAlgebra(generators, coefficients, size);
    }),
  );
}
