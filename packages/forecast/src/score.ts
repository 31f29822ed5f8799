import type { ForecastScore } from '@noether/contracts';
import { median } from '@noether/numerics';
import { nrmse } from './nrmse.js';
import { validTime } from './valid-time.js';

/** What forecasts are measured against. */
export interface Yardstick {
  readonly truth: readonly Float64Array[];
  readonly dimension: number;
  readonly times: Float64Array;
  readonly threshold: number;
  /** Unit of the errors. */
  readonly sigma: number;
}

/** The error over time of all trajectories together, and the valid time of each by its own error. */
export function score(predicted: readonly Float64Array[], yardstick: Yardstick): ForecastScore {
  const { truth, dimension, times, threshold, sigma } = yardstick;
  const validTimes = Float64Array.from(truth, (states, index) =>
    validTime(nrmse([states], [predicted[index]], dimension, sigma), times, threshold),
  );
  return {
    nrmse: nrmse(truth, predicted, dimension, sigma),
    validTime: median(validTimes),
    validTimes,
  };
}
