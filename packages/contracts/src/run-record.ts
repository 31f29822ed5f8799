/** How a discovery ended. Only `discovered` is a discovery. */
export type Verdict =
  | 'discovered'
  | 'collapsed'
  | 'discriminator-won'
  | 'rank-lost'
  | 'threshold-trap'
  | 'unexplained'
  | 'diverged';

/** How well a group action preserves a conserved quantity H; all values are mean |ΔH|. */
export interface InvarianceScore {
  /** |H(g·x) − H(x)| over random group elements. */
  readonly transformed: number;
  /** |H(ψ(φ(x))) − H(x)|: the autoencoder alone. */
  readonly reconstructed: number;
  /** |H(x') − H(x)| for a random other sample x'. */
  readonly shuffled: number;
  /** transformed / shuffled. */
  readonly ratio: number;
}

/** The Lie algebra that all found generators span together. */
export interface AlgebraRecord {
  /** One sentence for people. */
  readonly sentence: string;
  /** `so(3)`, `so(2) + scaling`, …; null when no known algebra comes close enough. */
  readonly name: string | null;
  /** Number of independent generators. */
  readonly dimension: number;
  /** How far the brackets leave the span: 0 for an algebra, about 0.7 for random matrices. */
  readonly closure: number;
  /** Root mean square error per entry of the named algebra, for generators of norm 1; null without a name. */
  readonly error: number | null;
  /** Numbers of positive, negative and zero eigenvalues of the Killing form. */
  readonly signature: readonly [positive: number, negative: number, zero: number];
  /** A basis of the span with many zeros, each matrix as rows of rows. */
  readonly basis: readonly (readonly (readonly number[])[])[];
}

/** The numbers by which a learned symmetry is judged. */
export interface SymmetryScore {
  /** Generator matrices, rows of rows. */
  readonly generators: readonly (readonly (readonly number[])[])[];
  /** Eigenvalues of each generator. */
  readonly eigenvalues: readonly (readonly { readonly re: number; readonly im: number }[])[];
  /** What the generators span; null when they do nothing, absent in records of before. */
  readonly algebra?: AlgebraRecord | null;
  /** Largest |Im λ| of the first generator: its rotation rate. */
  readonly omega: number;
  /** Largest |Re λ| over largest |Im λ|; null (infinite) when no eigenvalue rotates. */
  readonly realToImaginary: number | null;
  /** Mean over samples of cos(g·z, z): near 1 means that g does nothing. */
  readonly meanCosine: number;
  /** Binary cross-entropies on the training data; ln 2 = 0.693 is a perfect stand-off. */
  readonly bce: { readonly generator: number; readonly real: number; readonly fake: number };
  /** Null when the data set knows no conserved quantity, or one that is the same for all states. */
  readonly invariance: InvarianceScore | null;
  /**
   * The quadratic form zᵀSz that the first generator preserves, along and across trajectories; null without a
   * motion and in more than 24 dimensions, where it has too many entries to look for.
   */
  readonly quadraticForm: {
    /** Mean coefficient of variation within a trajectory. */
    readonly within: number;
    /** Spread between trajectories over spread within. */
    readonly betweenToWithin: number;
    /** Spearman correlation of the trajectories' mean form with the conserved quantity, if known. */
    readonly spearman: number | null;
  } | null;
  /**
   * Circular correlation of the angle in each plane of latent coordinates (1, 2), (3, 4) … with each
   * known factor of the test states, planes × factors; absent when no factor is known.
   */
  readonly factors?: {
    readonly names: readonly string[];
    readonly correlations: readonly (readonly number[])[];
  };
  /** How the latent states follow the known rotations of the test states; absent without such. */
  readonly orientation?: {
    /** Share of the latent variance that is linear in the entries of the rotation, adjusted for their number. */
    readonly linear: number;
    /** Standard deviation of the distance to the centre of the action over its mean. */
    readonly radiusVariation: number;
  };
  /** Effective rank of the latent covariance, exp of the entropy of its normalised eigenvalues. */
  readonly latentRank: number;
}

/** A number for transformed windows, next to that of the autoencoder alone and of other real windows. */
export interface ComparedScore {
  readonly transformed: number;
  readonly reconstructed: number;
  readonly data: number;
}

/** What the action does to data held out, judged without the discriminator. */
export interface ActionRecord {
  readonly verdict: 'symmetry' | 'identity' | 'no-symmetry' | 'not-carried';
  /** Why, in one sentence with numbers. */
  readonly reason: string;
  /** Mean |ψφ(x) − x|² over the variance of the states. */
  readonly identityError: number;
  /** Mean |g(hx) − (gh)x|² over the variance. */
  readonly compatibilityError: number;
  /** Mean |g⁻¹(gx) − x|² over the variance. */
  readonly invertibilityError: number;
  /** How far g moves states, in shuffles. */
  readonly movement: number;
  /** Sliced Wasserstein distance to other real windows, in standard deviations. */
  readonly wasserstein: ComparedScore;
  /**
   * Mean distance to the nearest window that was learned from, in standard deviations, with that of rounding and of unrelated windows, which
   * are absent in records of earlier versions.
   */
  readonly manifold: ComparedScore & { readonly rounding?: number; readonly unrelated?: number };
  /** Energy statistic and p-value between transformed and real windows. */
  readonly twoSample: { readonly statistic: number; readonly pValue: number };
  /** The same between real windows alone. */
  readonly control: { readonly statistic: number; readonly pValue: number };
  /**
   * The largest harmonic of the place of states on their orbits, half the modulation of their density, its order and
   * p-value; null where no generator turns. Absent in records of earlier versions.
   */
  readonly harmonic?: {
    readonly amplitude: number;
    readonly order: number;
    readonly pValue: number;
  } | null;
  /** The same of the logarithm of the radius, half the wave of a radius. Absent in records of earlier versions, as the next three. */
  readonly wave?: {
    readonly amplitude: number;
    readonly order: number;
    readonly pValue: number;
  } | null;
  /**
   * In the planes that generators turn: the largest excess of the energy statistic with its p-value, and how far g moves states, in
   * shuffles. Null where no generator turns.
   */
  readonly planes?: {
    readonly excess: number;
    readonly pValue: number;
    readonly movement: number;
  } | null;
  /** e-folds by which the generators stretch latent states while they turn them; null for a group that is not compact. */
  readonly growth?: number | null;
  /** Largest change of a latent variance, as a logarithm and in standard errors; null for a group that is not compact. */
  readonly variance?: { readonly logRatio: number; readonly deviations: number } | null;
}

/** How the latent dimension was chosen: a scan of reconstruction errors on data held out. */
export interface DimensionRecord {
  readonly dimension: number;
  /** Whether the scan shows where to stop; if not, the choice is a way out. */
  readonly clear: boolean;
  /** Why, in one or two sentences with numbers. */
  readonly reason: string;
  /** Variables of the data. */
  readonly variables: number;
  /** One for each dimension 1, 2, … */
  readonly rows: readonly {
    readonly dimension: number;
    /** Mean squared error of the best short training over the variance. */
    readonly error: number;
    /** The same over the worst hundredth of the states. */
    readonly worst: number;
    /** What as many principal components leave. */
    readonly linearError: number;
    /** Effective rank of the latent covariance. */
    readonly rank: number;
  }[];
}

/** How the number of generators was chosen: by trainings with more and more of them. */
export interface GrowthRecord {
  readonly generators: number;
  /** As many as the latent space has room for. */
  readonly most: number;
  /** Whether the chosen number is a discovery that spans an algebra. */
  readonly clear: boolean;
  /** Why, in a few sentences with numbers. */
  readonly reason: string;
  readonly trials: readonly {
    readonly generators: number;
    /** Generators of the training that it went on from, with those that they imply if there are more; absent when it began afresh. */
    readonly from?: number;
    readonly status: Verdict;
    readonly reason: string;
    /** Independent directions among the generators, of those in which the states lie. */
    readonly independent: number;
    /** How far their span is from an algebra. */
    readonly closure: number;
  }[];
}

/** How well a SINDy autoencoder describes validation data. */
export interface SindyAutoencoderScore {
  /** Coefficients that are not pruned. */
  readonly terms: number;
  /** Shares of the mean square left unexplained. */
  readonly unexplained: {
    /** Of x, by the autoencoder. */
    readonly states: number;
    /** Of dx/dt, by the equations through the decoder. */
    readonly dataDerivative: number;
    /** Of dz/dt, by the equations. */
    readonly latentDerivative: number;
  };
}

/** The content of `run.json`: everything a reader of a run needs, in plain JSON. */
export interface RunRecord {
  readonly kind: 'run';
  readonly status: Verdict;
  /** One sentence that says why the status is what it is, with numbers. */
  readonly reason: string;
  readonly preset: string;
  readonly seed: number;
  readonly engine: string;
  /** That the engine could use at most: the last digits depend on it. Absent in records of before. */
  readonly threads?: number;
  readonly seconds: {
    readonly data: number;
    readonly training: number;
    /** Scores and held-out data, of each training. Absent in records of before, whose `training` counts it. */
    readonly judgement?: number;
    readonly equations: number;
    readonly forecast: number;
    readonly total: number;
  };
  /** Absent when the latent dimension was given. */
  readonly latentDimension?: DimensionRecord;
  /** Absent when the number of generators was given. */
  readonly generatorGrowth?: GrowthRecord;
  /** Empty lists and null where no symmetry was looked for. */
  readonly symmetry: SymmetryScore;
  /** Absent where too few windows are held out, and in records of before. */
  readonly action?: ActionRecord;
  /** Where a SINDy autoencoder learned the latent space together with its equations; else absent. */
  readonly sindyAutoencoder?: SindyAutoencoderScore;
  /** Mean squared reconstruction error over mean square of the data, on validation data. */
  readonly reconstruction: { readonly relativeMse: number };
  readonly equations: {
    readonly text: readonly string[];
    readonly latex: readonly string[];
    readonly names: readonly string[];
    readonly coefficients: readonly (readonly number[])[];
    readonly r2: readonly number[];
  };
  readonly forecast: {
    readonly times: readonly number[];
    readonly nrmse: readonly number[];
    readonly validTime: number;
    readonly floor: { readonly nrmse: readonly number[]; readonly validTime: number };
    /** Principal coordinates that other methods work in; absent when they take the variables as they are. */
    readonly modes?: number;
    readonly baselines: Readonly<
      Record<
        string,
        {
          readonly nrmse: readonly number[];
          readonly validTime: number;
          /** One line an equation, where the method has found some of its own. */
          readonly equations?: readonly string[];
        }
      >
    >;
  };
  readonly versions: Readonly<Record<string, string>>;
}
