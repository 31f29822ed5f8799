import { forecastMethodNames, inMethodOrder, type RunRecord } from '@noether/contracts';
import { median } from '@noether/numerics';

type Forecast = RunRecord['forecast'];

/** How one method forecast the test data, over the seeds. */
export interface ForecastResult {
  readonly method: string;
  /** Seeds that have such a forecast. */
  readonly runs: number;
  /** Median over the seeds of the mean over the times of the squared normalised error. */
  readonly meanSquare: number;
  /** Median over the seeds of the valid time. */
  readonly validTime: number;
}

/** All methods on the same test data. */
export interface ForecastComparison {
  /** Time over which is forecast. */
  readonly horizon: number;
  /** Principal coordinates of the methods without an encoder, where they need them. */
  readonly modes?: number;
  readonly methods: readonly ForecastResult[];
}

/** The forecasts of several seeds, method by method, `own` first; undefined without any. */
export function compareForecasts(
  forecasts: readonly Forecast[],
  own: string,
): ForecastComparison | undefined {
  const known = forecasts.filter(({ times }) => times.length > 0);
  if (known.length === 0) return undefined;
  const [{ times, modes }] = known;
  const keys = [...new Set(known.flatMap(({ baselines }) => Object.keys(baselines)))];
  const found = (
    method: string,
    pick: (forecast: Forecast) => Forecast['floor'] | undefined,
  ): ForecastResult => {
    const scores = known.flatMap((forecast) => pick(forecast) ?? []);
    return {
      method,
      runs: scores.length,
      meanSquare: median(scores.map(({ nrmse }) => meanSquare(nrmse))),
      validTime: median(scores.map(({ validTime }) => validTime)),
    };
  };
  return {
    horizon: times[times.length - 1],
    ...(modes !== undefined && { modes }),
    methods: [
      found(own, (forecast) => forecast),
      ...inMethodOrder(keys).map((key) =>
        found(forecastMethodNames[key] ?? key, ({ baselines }) => baselines[key]),
      ),
      found('autoencoder only (floor)', ({ floor }) => floor),
    ],
  };
}

/** Mean over the times of the squared error; infinite when one of them is not finite. */
export function meanSquare(errors: readonly number[]): number {
  const mean = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  return Number.isFinite(mean) ? mean : Infinity;
}
