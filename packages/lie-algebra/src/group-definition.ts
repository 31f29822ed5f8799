import type { RandomStream } from '@noether/numerics';

/** A generator matrix as rows of numbers or row-major. */
export type Generator = readonly (readonly number[])[] | Float64Array | Float32Array;

/**
 * The least that makes a group is a name and its generators. All else is faster or better known where
 * it is given, and `describeGroup` of the testkit compares it with what follows from the generators.
 */
export interface GroupDefinition {
  readonly name: string;
  /** Linearly independent square matrices whose span is closed under the bracket. */
  readonly generators: readonly Generator[];
  /** The number of generators there should be, for instance n(n − 1)/2 for rotations. */
  readonly dimension?: number;
  readonly compact?: boolean;
  /** Whether what `contains` accepts is connected, that is, without reflections and the like. */
  readonly connected?: boolean;
  /** S with gᵀ S g = S for all elements g: I for rotations, the Minkowski metric for Lorentz. */
  readonly form?: Generator;
  /** A closed form of exp(Σ wᵢ Lᵢ) for the coefficients w of one element. */
  exp?(coefficients: Float64Array): Float64Array;
  /**
   * The same without allocation, for the coefficients from index `from` on, written to `elements` from
   * index `at` on, where all entries are 0; preferred to `exp`.
   */
  expInto?(elements: Float64Array, at: number, coefficients: Float64Array, from: number): void;
  /** A closed form of the coefficients of the principal logarithm of one element. */
  log?(element: Float64Array): Float64Array;
  /** The equations that define the group, e.g. gᵀg = I up to `tolerance`. */
  contains?(element: Float64Array, tolerance: number): boolean;
  /** One element drawn from the Haar measure, for compact groups. */
  haar?(random: RandomStream): Float64Array;
  /** The element next to a matrix. */
  project?(matrix: Float64Array): Float64Array;
}
