import type { Complex } from '@noether/numerics';
import { checkGenerators } from './check-generators.js';
import { preservedForms } from './interpret/preserved-forms.js';
import { rotationWeights } from './interpret/rotation-weights.js';
import { wordsForSpectrum } from './read-generator.js';
import { scaledEigenvalues } from './scaled-eigenvalues.js';

/** What a generator does, in numbers and in words. */
export interface GeneratorDescription {
  /** By descending real part. */
  readonly eigenvalues: readonly Complex[];
  /** Largest |Im λ|: the rotation rate. */
  readonly omega: number;
  /** Largest |Re λ| over largest |Im λ|; null when no eigenvalue rotates. */
  readonly realToImaginary: number | null;
  /**
   * The rotation rates as multiples of one rate, if they are small integers, ascending: [1, 2] for
   * a plane that turns twice as fast as another; null when they are no such multiples or none.
   */
  readonly weights: readonly number[] | null;
  /** The quadratic form that exp(tL) preserves best; see `preservedForms`. */
  readonly metric: {
    /** Numbers of positive, negative and zero eigenvalues. */
    readonly signature: readonly [positive: number, negative: number, zero: number];
    /** ‖Lᵀ S + S L‖ for ‖S‖ = ‖L‖ = 1; NaN for L = 0. */
    readonly residual: number;
  };
  /** Plain words, e.g. `rotation, so(2)`. */
  readonly reading: string;
}

/**
 * Reads what exp(tL) does off the eigenvalues of L: rotation, spiral, scaling, hyperbolic rotation,
 * shear or no action. The scale of a discovered generator means nothing, so all comparisons are
 * relative to the largest eigenvalue; only a generator with a Frobenius norm below 0.01 counts as
 * the identity.
 * @param generator L, row-major n × n
 * @param tolerance what is neglected relative to the largest, e.g. |Re λ| ≤ tolerance·|Im λ| for a
 *   rotation; 0.05 when left out
 * @throws NoetherError when L is not n × n or an entry is not finite
 */
export function describeGenerator(
  generator: Float64Array,
  n: number,
  tolerance = 0.05,
): GeneratorDescription {
  checkGenerators([generator], n);
  const spectrum = scaledEigenvalues(generator, n);
  const omega = Math.max(...spectrum.map(({ im }) => Math.abs(im)));
  const growth = Math.max(...spectrum.map(({ re }) => Math.abs(re)));
  const isZero = generator.every((entry) => entry === 0);
  const forms = isZero ? null : preservedForms([generator], n);
  return {
    eigenvalues: spectrum,
    omega,
    realToImaginary: omega > 0 ? growth / omega : null,
    weights: rotationWeights(spectrum, tolerance),
    metric: {
      signature: forms?.signature ?? [0, 0, n],
      residual: forms?.spectrum[0] ?? NaN,
    },
    reading: wordsForSpectrum(generator, n, spectrum, tolerance),
  };
}
