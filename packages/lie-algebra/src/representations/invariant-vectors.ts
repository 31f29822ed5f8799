import { nullSpace, singularValues, streamingQr } from '@noether/numerics';
import { nullGap } from '../interpret/null-gap.js';
import type { Representation } from './representation.js';

/** Solutions of linear equations that hold only about, with what decided on their number. */
export interface InvariantBasis {
  /** Orthonormal. */
  readonly vectors: readonly Float64Array[];
  /** The singular values of the equations, ascending: `vectors.length` of them count as 0. */
  readonly spectrum: Float64Array;
  /** First of them that is not 0 over the last that is: large when the number is clear. */
  readonly gap: number;
}

/**
 * The vectors that a representation leaves alone: dρ(Lᵢ) v = 0 for all i. How many is decided by the
 * largest gap of the singular values below `tolerance` times the largest, so that a learned basis,
 * which is closed only about, can be used too (EMLP, Finzi et al. 2021, §5, with a fixed threshold).
 * Elements of other components of the group than that of the identity are not asked.
 * @param tolerance 0.01 when left out
 */
export function invariantVectors(
  { size, generators }: Representation,
  tolerance = 0.01,
): InvariantBasis {
  const qr = streamingQr(size);
  for (const matrix of generators) qr.push(matrix, size);
  const factor = qr.factor();
  const spectrum = singularValues(factor, size, size).reverse();
  const { dimension, gap } = nullGap(spectrum, tolerance);
  return { vectors: lowest(factor, size, spectrum, dimension), spectrum, gap };
}

function lowest(
  factor: Float64Array,
  size: number,
  spectrum: Float64Array,
  dimension: number,
): Float64Array[] {
  if (dimension === 0) return [];
  const largest = spectrum[size - 1];
  const cut =
    dimension === size
      ? 1
      : Math.sqrt(
          Math.max(spectrum[dimension - 1] / largest, 1e-16) * (spectrum[dimension] / largest),
        );
  const flat = nullSpace(factor, size, size, cut);
  return Array.from({ length: dimension }, (_, i) => flat.slice(i * size, (i + 1) * size));
}
