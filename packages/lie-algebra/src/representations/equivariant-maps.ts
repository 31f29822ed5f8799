import { dualRepresentation } from './dual-representation.js';
import { invariantVectors, type InvariantBasis } from './invariant-vectors.js';
import type { Representation } from './representation.js';
import { tensorProduct } from './tensor-product.js';

/**
 * An orthonormal basis of the linear maps X with X ρ(g) v = ρ'(g) X v: the invariant vectors of
 * ρ' ⊗ ρ*, that is, dρ'(L) X = X dρ(L) for all generators. Each vector is a matrix to.size ×
 * from.size, row-major. By Schur's lemma there is none between different irreducible
 * representations, and 1, 2 or 4 from a real one to itself.
 * @param tolerance as in `invariantVectors`
 * @throws NoetherError when the two do not represent algebras of one dimension
 */
export function equivariantMaps(
  from: Representation,
  to: Representation,
  tolerance = 0.01,
): InvariantBasis {
  return invariantVectors(tensorProduct(to, dualRepresentation(from)), tolerance);
}
