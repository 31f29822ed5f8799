import { invalidArgument } from '@noether/contracts';

/** What several fits of the same terms agree on; all arrays are row-major targets × terms. */
export interface EnsembleSummary {
  /** The coefficients of each model. */
  readonly models: readonly Float64Array[];
  readonly median: Float64Array;
  readonly mean: Float64Array;
  /** Standard deviation over the models, divided by their number. */
  readonly deviation: Float64Array;
  /** Fraction of the models in which the coefficient is not zero. */
  readonly inclusion: Float64Array;
  /** The 5 % and the 95 % quantile over the models. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Median, mean, spread, inclusion probability and quantiles of each coefficient over the models. */
export function summariseModels(models: readonly Float64Array[]): EnsembleSummary {
  if (models.length === 0) throw invalidArgument('models', models, 'give at least one model');
  const each = (statistic: (sorted: Float64Array) => number): Float64Array =>
    models[0].map((_, at) => statistic(Float64Array.from(models, (model) => model[at]).sort()));
  return {
    models,
    median: each((sorted) => quantile(sorted, 0.5)),
    mean: each(meanOf),
    deviation: each((sorted) => {
      const mean = meanOf(sorted);
      return Math.sqrt(meanOf(sorted.map((value) => (value - mean) ** 2)));
    }),
    inclusion: each((sorted) => meanOf(sorted.map((value) => (value === 0 ? 0 : 1)))),
    low: each((sorted) => quantile(sorted, 0.05)),
    high: each((sorted) => quantile(sorted, 0.95)),
  };
}

/** The median of the coefficients that at least `probability` of the models have; 0 elsewhere. */
export function thresholdedMedian(
  { median, inclusion }: EnsembleSummary,
  probability: number,
): Float64Array {
  return median.map((value, at) => (inclusion[at] >= probability ? value : 0));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Linear interpolation between the order statistics. */
function quantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
