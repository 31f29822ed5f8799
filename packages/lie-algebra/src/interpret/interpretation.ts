import type { AlgebraStructure } from './algebra-structure.js';
import type { PreservedForms } from './preserved-forms.js';

/** What a found basis is; see `interpretAlgebra`. */
export interface Interpretation {
  readonly kind: 'interpretation';
  /** Matrices are size × size. */
  readonly size: number;
  /** Number of independent generators. */
  readonly dimension: number;
  /** Generators that are next to 0 or a combination of the others. */
  readonly superfluous: number;
  /** `so(3)`, `so(2) + scaling`, …; null when nothing known comes close enough. */
  readonly name: string | null;
  /** One sentence for people. */
  readonly sentence: string;
  readonly closure: {
    /**
     * Root mean square of ‖[Qᵢ, Qⱼ] outside of the span‖ over the pairs of an orthonormal basis: 0
     * for an algebra, about 0.7 for random matrices, whatever the basis.
     */
    readonly residual: number;
    readonly closed: boolean;
  };
  /** Standard deviation of an entry (of generators of norm 1) that everything was judged by. */
  readonly noise: number;
  /** The known algebra that comes closest, also when it is not close enough. */
  readonly closest: {
    readonly name: string;
    /** Root mean square error of an entry, to be compared with `noise`. */
    readonly error: number;
    /** Principal angles between the found span and its best conjugate, ascending, radians. */
    readonly angles: Float64Array;
    /** R: in the coordinates z' = R z the algebra has its usual form, R L R⁻¹. */
    readonly coordinates: Float64Array;
    /** The usual form: a basis with many zeros in those coordinates. */
    readonly basis: readonly Float64Array[];
  } | null;
  /** The generators of norm 1, cleaned: their projections on the best conjugate if there is a match. */
  readonly generators: readonly Float64Array[];
  /** [Lᵢ, Lⱼ] = Σ cᵢⱼₖ Lₖ of the generators of norm 1, row-major c × c × c, and their standard errors. */
  readonly structureConstants: { readonly values: Float64Array; readonly errors: Float64Array };
  /** Read off the matched algebra if there is one, else off the noisy basis with its noise as the limit. */
  readonly structure: AlgebraStructure;
  /** Eigenvalues of the Killing form in an orthonormal basis of the found span, ascending. */
  readonly killing: Float64Array;
  readonly margins: {
    /** Size of the brackets in an orthonormal basis: 0 for an abelian algebra. */
    readonly abelian: number;
    /** Largest |Killing eigenvalue|: 0 for a nilpotent algebra. */
    readonly nilpotent: number;
    /** Largest |K([X, Y], Z)| over orthonormal X, Y, Z: 0 for a solvable algebra (Cartan). */
    readonly solvable: number;
    /** Smallest |Killing eigenvalue| over the largest: 0 unless semisimple. */
    readonly semisimple: number;
  };
  /** The symmetric forms that all generators preserve. */
  readonly metric: PreservedForms;
  /** A basis with many zeros and ones of the same span, in the given coordinates. */
  readonly sparsest: readonly Float64Array[];
}

/** What can be chosen about an interpretation. */
export interface InterpretationOptions {
  /**
   * Standard deviation of the entries of generators scaled to norm 1. Estimated from the closure
   * when left out, and taken as 0.01 where every span is closed (one generator, all of gl(n)).
   */
  readonly noise?: number;
  /** The largest error per entry with which an algebra may still be recognised; 0.03 when left out. */
  readonly largestError?: number;
}
