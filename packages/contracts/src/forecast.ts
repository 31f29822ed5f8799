import type { Provenance } from './context.js';

export type ForecastStatus = 'complete' | 'diverged';

/** The forecast of one trajectory beside the truth; all arrays row-major times × dimension. */
export interface ForecastTrajectory {
  readonly truth: Float64Array;
  readonly predicted: Float64Array;
  /** Latent roll-out, times × latentDimension. */
  readonly latent: Float64Array;
  readonly status: ForecastStatus;
}

/** How one method did over all test trajectories. */
export interface ForecastScore {
  /** Error over time: RMS over trajectories of |x̂(t) − x(t)| / spread of the truth. */
  readonly nrmse: Float64Array;
  /** Median over trajectories of the first time with error above `threshold`. */
  readonly validTime: number;
  /** The valid time of each trajectory; the horizon when the error never passed the threshold. */
  readonly validTimes: Float64Array;
  /** The equations behind it, one line each, where the method has found some of its own. */
  readonly equations?: readonly string[];
}

/** A roll-out of a latent equation over unseen trajectories, with baselines. */
export interface Forecast extends ForecastScore {
  readonly kind: 'forecast';
  readonly names: readonly string[];
  /** Times since the start of the forecast, length T. */
  readonly times: Float64Array;
  /** The error that counts as too large for the valid time. */
  readonly threshold: number;
  readonly items: readonly ForecastTrajectory[];
  /** Other methods on the same trajectories, by the keys of `forecastMethodNames`. */
  readonly baselines: Readonly<Record<string, ForecastScore>>;
  /** How many principal coordinates other methods work in; absent when they take the variables as they are. */
  readonly modes?: number;
  /** Error of encoding and decoding the truth alone: no forecast can be better. */
  readonly floor: ForecastScore;
  readonly provenance: Provenance;
}
