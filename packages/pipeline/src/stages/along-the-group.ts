import type { SymmetryBasis } from '@noether/contracts';
import { eigenvalues, expm } from '@noether/numerics';

/** Largest logarithm by which a figure stretches lengths along a generator that does not turn. */
const STRETCH = 0.5;

/** Which generator a figure follows, and how far. */
export interface Sweep {
  readonly generator: number;
  /** The parameter of a whole turn, or null when the generator does not just turn. */
  readonly turn: number | null;
  /** Otherwise w runs from −reach to reach, at most 1. */
  readonly reach: number;
}

/** Follows the generator whose eigenvalues are largest. */
export function sweepOf({ dimension, generators }: SymmetryBasis): Sweep {
  const spectra = generators.map((generator) => eigenvalues(generator, dimension));
  const sizes = spectra.map((values) =>
    Math.max(...values.map(({ re, im }) => Math.hypot(re, im))),
  );
  const generator = sizes.indexOf(Math.max(...sizes));
  const spin = Math.max(...spectra[generator].map(({ im }) => im));
  const stretch = Math.max(...spectra[generator].map(({ re }) => Math.abs(re)));
  const turn = stretch <= 0.1 * spin ? turnOf(spin) : null;
  return { generator, turn, reach: Math.min(1, STRETCH / sizes[generator]) };
}

/** The parameter of a whole turn, or null when the generator hardly turns. */
export function turnOf(omega: number): number | null {
  return omega > 0.1 ? (2 * Math.PI) / omega : null;
}

/** c + exp(w L)(z − c) with one of the generators, for all rows. */
export function moved(
  { dimension: k, generators, centre }: SymmetryBasis,
  w: number,
  z: Float64Array,
  generator = 0,
): Float64Array {
  const g = expm(
    generators[generator].map((entry) => entry * w),
    k,
  );
  return z.map((_, index) => {
    const row = index - (index % k);
    const i = index % k;
    let sum = centre[i];
    for (let j = 0; j < k; j++) sum += g[i * k + j] * (z[row + j] - centre[j]);
    return sum;
  });
}
