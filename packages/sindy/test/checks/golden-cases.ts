/** Settings of a golden fit, by the names of pysindy; each kind has some of them. */
export interface GoldenOptimizer {
  readonly kind: string;
  readonly threshold: number;
  readonly alpha: number;
  readonly unbias: boolean;
  readonly normalize_columns?: boolean;
  readonly reg: string;
  readonly lam: number | number[][];
  readonly nu: number;
  readonly tol: number;
  readonly max_iter: number;
  readonly trimming_fraction?: number;
  readonly sigma2: number;
  readonly constraint_lhs: number[][];
  readonly sample_weight?: number[];
}

/** A golden fit. */
export interface GoldenFit {
  readonly name: string;
  readonly optimizer: GoldenOptimizer;
  readonly library?: { readonly degree: number };
  readonly derivative: 'exact' | 'fd';
  readonly coef: number[][];
  readonly history: number[][][] | null;
  readonly score_r2: number;
  readonly sample_weight?: number[];
  readonly evidence_history: { readonly log_evidence: number; readonly removed: number }[][];
}

/** stlsq_cases.json */
export interface ExplicitCases {
  readonly theta: number[][];
  readonly y: number[][];
  readonly cases: GoldenFit[];
  readonly information_criteria: {
    readonly name: string;
    readonly per_target: { rss: number; k: number; aic: number; bic: number; aicc: number }[];
  }[];
  readonly kkt_equality: { readonly rhs: number[]; readonly coef: number[][] };
  readonly kkt_active_inequality: { readonly rhs: number[]; readonly coef: number[][] };
}

/** lorenz_coefficients.json */
export interface LorenzCases {
  readonly cases: GoldenFit[];
  readonly pareto: {
    threshold: number;
    k: number[];
    rss: number[];
    aic: number[];
    bic: number[];
  }[];
  readonly multi_trajectory: {
    readonly n: number[];
    readonly x0: number[][];
    readonly coef: number[][];
    readonly score: number;
  };
}

/** ensemble_lorenz.json */
export interface EnsembleCase {
  readonly coef_list: number[][][];
  readonly median: number[][];
  readonly mean: number[][];
  readonly std_ddof0: number[][];
  readonly inclusion_probability: number[][];
  readonly bagged_thresholded_0_6: number[][];
  readonly percentiles_5_95: [number[][], number[][]];
}

/** equivariant_sindy.json */
export interface EquivarianceCases {
  readonly cases: {
    readonly name: string;
    readonly generators: number[][][];
    readonly degree: number;
    readonly dim: number;
    readonly projector: number[][] | null;
    readonly M: number[][][] | null;
  }[];
  readonly damped_oscillator: {
    readonly z_noisy: number[][];
    readonly equivariant_ls: number[][];
  };
}
