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
  /**
   * exp(Σ wᵢ Lᵢ) for each row w of `coefficients`, row-major count × c: `count` matrices one after
   * the other.
   * @throws NoetherError when the length is no multiple of c
   */
  exp(coefficients: Float64Array): Float64Array;
  /** Whether a matrix fulfils the equations that define the group, when they are known. */
  contains?(element: Float64Array, tolerance: number): boolean;
}
