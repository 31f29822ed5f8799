import { eigenvalues, nullSpace } from '@noether/numerics';

/** A complex linear coordinate u·z of which exp(tL) makes e^{λt} u·z, with Im λ > 0. */
export interface TurningPlane {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Im λ. */
  readonly frequency: number;
}

/** Im λ, of the largest, down to which a plane counts as turned. */
const SLOWEST = 0.1;
/** |Re λ| / |Im λ| up to which it is turned and not stretched. */
const LARGEST_GROWTH = 0.5;
/** Singular value, of the largest, up to which a direction is an eigenvector. */
const TOLERANCE = 1e-6;

/**
 * The planes that a generator L turns: its left eigenvectors u, uᵀL = λuᵀ, with Im λ > 0. Where an eigenvalue is
 * repeated, so are its planes, an arbitrary basis of them.
 * @param generator row-major k × k
 */
export function turningPlanes(generator: Float64Array, k: number): TurningPlane[] {
  const spectrum = eigenvalues(generator, k);
  const fastest = Math.max(...spectrum.map(({ im }) => im));
  return spectrum
    .filter(({ re, im }) => im > SLOWEST * fastest && Math.abs(re) <= LARGEST_GROWTH * im)
    .flatMap(({ re, im }) => {
      const vectors = nullSpace(realForm(generator, k, re, im), 2 * k, 2 * k, TOLERANCE);
      if (vectors.length === 0) return [];
      return [{ re: vectors.slice(0, k), im: vectors.slice(k, 2 * k), frequency: im }];
    });
}

/** (Lᵀ − λ)(p + iq) = 0 as real equations in (p, q). */
function realForm(generator: Float64Array, k: number, re: number, im: number): Float64Array {
  const n = 2 * k;
  const form = new Float64Array(n * n);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const entry = generator[j * k + i] - (i === j ? re : 0);
      form[i * n + j] = entry;
      form[(i + k) * n + j + k] = entry;
    }
    form[i * n + i + k] = im;
    form[(i + k) * n + i] = -im;
  }
  return form;
}
