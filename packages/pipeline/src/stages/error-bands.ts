import {
  type Forecast,
  forecastMethodNames,
  type ForecastScore,
  inMethodOrder,
} from '@noether/contracts';
import { quantileBand } from '@noether/forecast';
import type { drawBand } from '@noether/report';

export type Bands = Parameters<typeof drawBand>[0]['bands'];

/** The errors of each method over the seeds. */
export function bandsOf(forecasts: readonly Forecast[]): Bands {
  const [first] = forecasts;
  const methods: [string, (forecast: Forecast) => ForecastScore | undefined][] = [
    ['forecast', (forecast) => forecast],
    ['autoencoder only', ({ floor }) => floor],
    ...inMethodOrder(Object.keys(first.baselines)).map((name): (typeof methods)[number] => [
      name,
      ({ baselines }) => baselines[name],
    ]),
  ];
  return methods.map(([name, pick]) => {
    const curves = forecasts.flatMap((forecast) => {
      const score = pick(forecast);
      return score && score.nrmse.length === first.times.length ? [score.nrmse] : [];
    });
    return { label: forecastMethodNames[name] ?? name, ...quantileBand(curves) };
  });
}

/** Time and, for each method, the median error with the quantiles of the seeds. */
export function errorTable(times: Float64Array, bands: Bands): string {
  const columns = bands.flatMap(({ label, lower, middle, upper }) => [
    { name: label, values: middle },
    { name: `${label} 10 %`, values: lower },
    { name: `${label} 90 %`, values: upper },
  ]);
  const head = ['time', ...columns.map(({ name }) => name)].join(',');
  const rows = Array.from(times, (time, row) =>
    [time, ...columns.map(({ values }) => Number(values[row].toPrecision(6)))].join(','),
  );
  return `${[head, ...rows].join('\n')}\n`;
}
