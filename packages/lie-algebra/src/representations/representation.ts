import { invalidArgument } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';

/** A linear action of a group on Rⁿ as a value: made by `definingRepresentation`, `tensor`, … */
export interface Representation {
  readonly name: string;
  /** Matrices of the action are size × size, row-major. */
  readonly size: number;
  /** dρ(L₁) … dρ(L_c): what the basis of the algebra becomes, in the order of the group's basis. */
  readonly generators: readonly Float64Array[];
}

/**
 * A representation by the images of the basis of the algebra.
 * @throws NoetherError when there are none or their lengths differ or are no squares, or an entry is not finite
 */
export function representation(name: string, generators: readonly Float64Array[]): Representation {
  const size = Math.sqrt(generators[0]?.length ?? 0);
  if (size < 1 || !Number.isInteger(size) || generators.some((g) => g.length !== size * size)) {
    throw invalidArgument('generators', generators, 'give square matrices of one size');
  }
  generators.forEach((generator, index) => {
    checkFinite(`generators[${index}]`, generator, size);
  });
  return Object.freeze({ name, size, generators: Object.freeze([...generators]) });
}

/** @throws NoetherError when two representations belong to algebras of different dimension. */
export function checkSameAlgebra(a: Representation, b: Representation): void {
  if (a.generators.length !== b.generators.length) {
    throw invalidArgument(
      'representations',
      [a.name, b.name],
      `they have ${a.generators.length} and ${b.generators.length} generators; take two of one group`,
    );
  }
}
