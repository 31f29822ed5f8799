/** Where learned generators are searched: how trained numbers become d × d matrices. */
export type Parametrisation =
  | {
      /** Every entry is learned: all of gl(d). */ readonly kind: 'free';
    }
  | {
      /** L = A − Aᵀ (EquivSINDy): rotations only. */ readonly kind: 'skew';
    }
  | {
      /** Only the entries where the mask is 1 are learned, the others stay 0 (LieGAN). */
      readonly kind: 'masked';
      /** d rows of d numbers 0 or 1; `blockMask` makes those of diagonal blocks. */
      readonly mask: readonly (readonly number[])[];
    }
  | {
      /** L = Σ aⱼBⱼ with learned coefficients aⱼ: a subalgebra of a known one, or any span. */
      readonly kind: 'span';
      /** The matrices Bⱼ, row-major d × d. */
      readonly basis: readonly Float64Array[];
    }
  | {
      /** Entries are whole numbers −bound … bound. */
      readonly kind: 'integer';
      readonly bound: number;
    };
