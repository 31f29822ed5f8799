import type { RandomStream } from '@noether/numerics';

/** A group as plain numbers and flags. */
export interface GroupJson {
  readonly name: string;
  /** Each as rows. */
  readonly generators: readonly (readonly (readonly number[])[])[];
  readonly form?: readonly (readonly number[])[];
  readonly compact?: boolean;
  readonly connected?: boolean;
}

/** A matrix Lie group given by a basis of its Lie algebra; made by `defineGroup`. */
export interface Group {
  readonly name: string;
  /** Elements and generators are size × size matrices, row-major. */
  readonly size: number;
  /** Dimension c of the algebra: the number of generators. */
  readonly dimension: number;
  /** The basis L₁ … L_c of the algebra. */
  readonly generators: readonly Float64Array[];
  /** Whether the group is compact, when that is known. */
  readonly compact?: boolean;
  /** Whether the group, that is what `contains` accepts, is connected, when that is known. */
  readonly connected?: boolean;
  /** S, row-major size × size, with gᵀ S g = S for all elements, when the group is told by one. */
  readonly form?: Float64Array;
  /**
   * exp(Σ wᵢ Lᵢ) for each row w of `coefficients`, row-major count × c: `count` matrices one after
   * the other.
   * @throws NoetherError when the length is no multiple of c, a coefficient is not finite, or so large
   *   that exp is not finite
   */
  exp(coefficients: Float64Array): Float64Array;
  /**
   * The coefficients w with exp(Σ wᵢ Lᵢ) = g of the principal logarithm, for each of the elements one
   * after the other: row-major count × c.
   * @throws NoetherError when the length is no multiple of size² or an entry is not finite, and
   *   `no-logarithm` for a matrix that is no element or has no logarithm in the algebra
   */
  log(elements: Float64Array): Float64Array;
  /**
   * What `JSON.stringify` writes of the group: name, generators, form and flags, which `defineGroup`
   * takes back. Closed forms are functions and stay behind, so that its exp and log are the generic ones.
   */
  toJSON(): GroupJson;
  /** Whether a matrix fulfils the equations that define the group, when they are known. */
  contains?(element: Float64Array, tolerance: number): boolean;
  /** One element drawn from the Haar measure, for compact groups. */
  haar?(random: RandomStream): Float64Array;
  /** The element next to a matrix, where there is a better way than that of `projectToGroup`. */
  project?(matrix: Float64Array): Float64Array;
}
