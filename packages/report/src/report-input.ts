import type { Forecast, RunRecord } from '@noether/contracts';

/** One line of the table that says where a result came from. */
export interface ProvenanceEntry {
  readonly label: string;
  readonly value: string;
}

/** Training losses at the end of one epoch; missing or non-finite values leave a gap. */
export interface EpochLosses {
  readonly epoch: number;
  /**
   * By name. Drawn in panels: the cross-entropies `generator`, `discriminatorReal` and
   * `discriminatorFake`; `reconstruction` and `total`; `dataDerivative` and `latentDerivative`; `terms`;
   * `cosine`; `omega`.
   */
  readonly values: Readonly<Record<string, number>>;
}

/** What the latent figure shows; all arrays row-major rows × dimension. */
export interface LatentView {
  readonly dimension: number;
  readonly trajectories: readonly Float64Array[];
  /** Whether the rows of a trajectory are single states, to be drawn as points; they are a path if left out. */
  readonly scattered?: boolean;
  /** Points of g(w)·z for a grid of w, one array an orbit; one turn of a rotation is enough. */
  readonly orbits: readonly Float64Array[];
}

/** What the data-space figures show; all states row-major rows × dimension. */
export interface DataView {
  readonly names: readonly string[];
  /** Units of the variables, in the order of `names`; empty strings where there is none. */
  readonly units?: readonly string[];
  readonly timeUnit?: string;
  readonly dimension: number;
  readonly original: readonly Float64Array[];
  /** Whether the rows are single states, to be drawn as points; they are paths if left out. */
  readonly scattered?: boolean;
  /** ψ(g(w)·φ(x)) of the original orbits for each group parameter w. */
  readonly transformed: readonly {
    readonly parameter: number;
    readonly states: readonly Float64Array[];
  }[];
}

/** States on a grid, as rows of pictures that share their columns: one thing at several times, say. */
export interface FieldSheet {
  /** What stands over each column, e.g. `t = 450`. */
  readonly columns: readonly string[];
  readonly series: readonly {
    readonly label: string;
    /** One picture a column, row-major, as large as {@link FieldView} says. */
    readonly pictures: readonly Float64Array[];
  }[];
}

/** Wide data on a grid of points. */
export interface FieldView {
  /** What the pictures show, e.g. `u`. */
  readonly quantity: string;
  /** Extents of a picture; one row is a signal and drawn as a curve. */
  readonly height: number;
  readonly width: number;
  /** Points of the data along a side of a picture's point. */
  readonly thinning: number;
  /** Data, what the encoder makes of them, and what the group does to them. */
  readonly action: FieldSheet;
  /** Truth, forecast and their difference; absent without a forecast. */
  readonly forecast?: FieldSheet;
}

/**
 * Everything a report shows, as plain data. Empty arrays, a null forecast and non-finite numbers are
 * allowed: a failed run gets a page that says what happened and lacks the figures that cannot be drawn.
 */
export interface ReportInput {
  readonly record: RunRecord;
  /** The generator in words, e.g. `rotation, so(2)`. */
  readonly reading: string;
  readonly history: readonly EpochLosses[];
  readonly latent: LatentView;
  readonly data: DataView;
  /** Pictures in place of orbits and curves of single variables, for data on a grid. */
  readonly fields?: FieldView;
  readonly forecast: Forecast | null;
  readonly provenance: readonly ProvenanceEntry[];
}

/** The part of a report that shows a forecast. */
export interface ForecastView {
  readonly forecast: Forecast | null;
  readonly data: Pick<DataView, 'units' | 'timeUnit'>;
}

/** Errors over time of one method over several runs: their median between two quantiles. */
export interface ErrorBand {
  readonly label: string;
  readonly lower: ArrayLike<number>;
  readonly middle: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Forecast errors over several seeds. */
export interface BandView {
  readonly seeds: number;
  readonly times: Float64Array;
  readonly threshold: number;
  /** The forecast first, then the baselines. */
  readonly bands: readonly ErrorBand[];
  readonly timeUnit?: string;
}

/** One model of a sweep over thresholds. */
export interface SweepPoint {
  readonly terms: number;
  readonly threshold: number;
  /** Error of held-out roll-outs in units of the spread of the data; not finite when one broke off. */
  readonly error: number;
  readonly pareto: boolean;
  readonly picked: boolean;
}
