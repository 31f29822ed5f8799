import { symmetryBasis, type EncoderRecord, type SymmetryBasis } from '@noether/contracts';
import { withLatentCoordinates } from '@noether/autoencoder';
import { orthogonalCoordinates } from '@noether/lie-algebra';
import { identity, inverse, multiply } from '@noether/numerics';

/** The search for an invariant form grows with the sixth power of the dimension. */
const LARGEST = 12;

/**
 * Encoder and generators in latent coordinates of the symmetry's own: measured from the fixed point
 * of the action, and such that generators of a compact group act by rotations; they are determined
 * up to such a change of basis only. In these coordinates a motion that shares the symmetry has the fewest
 * terms, so none that is small but needed falls below the threshold of the regression.
 */
export function adaptCoordinates(
  record: EncoderRecord,
  basis: SymmetryBasis,
): { readonly record: EncoderRecord; readonly basis: SymmetryBasis } {
  const { dimension: k, generators, centre } = basis;
  const matrix = k <= LARGEST ? orthogonalCoordinates(generators, k) : identity(k);
  const back = inverse(matrix, k);
  return {
    record: withLatentCoordinates(record, { centre, matrix }),
    basis: symmetryBasis({
      dimension: k,
      generators: generators.map((generator) =>
        multiply(multiply(matrix, generator, k, k, k), back, k, k, k),
      ),
      centre: new Float64Array(k),
      provenance: basis.provenance,
    }),
  };
}
