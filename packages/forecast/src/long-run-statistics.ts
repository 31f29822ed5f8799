import { invalidArgument } from '@noether/contracts';

/** The first four moments of one variable. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
  /** 3 for a normal distribution. */
  readonly kurtosis: number;
}

/** How one variable is distributed in a forecast and in the truth. */
export interface VariableStatistics {
  readonly truth: Moments;
  readonly predicted: Moments;
  /**
   * Half the sum of |p − q| over the bins of two histograms on the range of both: 0 for equal histograms,
   * 1 for disjoint ones (total variation).
   */
  readonly histogramDistance: number;
}

/** Bins of the histograms. */
export interface StatisticsOptions {
  /** 50 by default. */
  readonly bins?: number;
}

/**
 * What a chaotic forecast can still get right after the valid time: moments and histogram of each
 * variable over the whole path.
 * @param truth row-major rows × dimension
 * @param predicted row-major; the number of rows may differ
 * @throws NoetherError when a length is no multiple of the dimension, a value is not finite or bins is no positive whole number
 */
export function longRunStatistics(
  truth: Float64Array,
  predicted: Float64Array,
  dimension: number,
  { bins = 50 }: StatisticsOptions = {},
): VariableStatistics[] {
  for (const [name, states] of Object.entries({ truth, predicted })) {
    if (states.length === 0 || states.length % dimension !== 0) {
      throw invalidArgument(name, states, `give rows of ${dimension} values`);
    }
    const wrong = states.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw invalidArgument(name, wrong, 'give finite values only');
  }
  if (!Number.isInteger(bins) || bins < 1) {
    throw invalidArgument('bins', bins, 'give a positive whole number');
  }
  return Array.from({ length: dimension }, (_, variable) => {
    const [own, other] = [truth, predicted].map((states) =>
      states.filter((_value, at) => at % dimension === variable),
    );
    return {
      truth: moments(own),
      predicted: moments(other),
      histogramDistance: distance(own, other, bins),
    };
  });
}

function moments(values: Float64Array): Moments {
  const average = (power: number, centre: number, unit: number): number =>
    values.reduce((sum, value) => sum + ((value - centre) / unit) ** power, 0) / values.length;
  const mean = average(1, 0, 1);
  const deviation = Math.sqrt(average(2, mean, 1));
  const unit = deviation || 1;
  return {
    mean,
    deviation,
    skewness: average(3, mean, unit),
    kurtosis: average(4, mean, unit),
  };
}

function distance(own: Float64Array, other: Float64Array, bins: number): number {
  const all = [...own, ...other];
  const low = all.reduce((least, value) => Math.min(least, value), Infinity);
  const high = all.reduce((most, value) => Math.max(most, value), -Infinity);
  const shares = (values: Float64Array): Float64Array => {
    const share = new Float64Array(bins);
    for (const value of values) {
      const bin = Math.floor((bins * (value - low)) / (high - low || 1));
      share[Math.min(bin, bins - 1)] += 1 / values.length;
    }
    return share;
  };
  const p = shares(own);
  const q = shares(other);
  return p.reduce((sum, value, bin) => sum + Math.abs(value - q[bin]), 0) / 2;
}
