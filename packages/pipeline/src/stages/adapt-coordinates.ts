import { symmetryBasis, type EncoderRecord, type SymmetryBasis } from '@noether/contracts';
import { withLatentCoordinates } from '@noether/autoencoder';
import { orthogonalCoordinates } from '@noether/lie-algebra';
import { identity, inverse, multiply } from '@noether/numerics';

/**
 * Encoder and generators in latent coordinates of the symmetry's own: measured from the fixed point
 * of the action, and such that a lone generator acts by rotations. A generator is determined up to
 * such a change of basis only. In these coordinates a motion that shares the symmetry has the fewest
 * terms, so none that is small but needed falls below the threshold of the regression.
 */
export function adaptCoordinates(
  record: EncoderRecord,
  basis: SymmetryBasis,
): { readonly record: EncoderRecord; readonly basis: SymmetryBasis } {
  const { dimension: k, generators, centre } = basis;
  const matrix = generators.length === 1 ? orthogonalCoordinates(generators[0], k) : identity(k);
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
