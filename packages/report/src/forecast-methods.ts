import { type Forecast, forecastMethodNames, inMethodOrder } from '@noether/contracts';

/** A way to forecast, with its score over the test trajectories. */
export interface ForecastMethod {
  readonly label: string;
  readonly score: {
    readonly nrmse: ArrayLike<number>;
    readonly validTime: number;
  };
}

/** The forecast itself, its floor, then the baselines, in the order and under the names they are shown. */
export function forecastMethods(
  forecast: Pick<Forecast, 'validTime'> & {
    readonly nrmse: ArrayLike<number>;
    readonly floor: ForecastMethod['score'];
    readonly baselines: Readonly<Record<string, ForecastMethod['score']>>;
  },
): ForecastMethod[] {
  const baselines = inMethodOrder(Object.keys(forecast.baselines)).map((name) => ({
    label: forecastMethodNames[name] ?? name,
    score: forecast.baselines[name],
  }));
  return [
    { label: 'forecast', score: forecast },
    { label: 'autoencoder only', score: forecast.floor },
    ...baselines,
  ];
}
