import type { Forecast, ForecastScore } from '@noether/contracts';
import { quantileBand } from '@noether/forecast';
import type { drawBand } from '@noether/report';

const LABELS: Readonly<Record<string, string>> = {
  floor: 'autoencoder only',
  dmd: 'DMD',
  map: 'quadratic map',
  'neural-ode': 'neural ODE',
};

export type Bands = Parameters<typeof drawBand>[0]['bands'];

/** The errors of each method over the seeds. */
export function bandsOf(forecasts: readonly Forecast[]): Bands {
  const [first] = forecasts;
  const methods: [string, (forecast: Forecast) => ForecastScore | undefined][] = [
    ['forecast', (forecast) => forecast],
    ['floor', ({ floor }) => floor],
    ...Object.keys(first.baselines).map((name): (typeof methods)[number] => [
      name,
      ({ baselines }) => baselines[name],
    ]),
  ];
  return methods.map(([name, pick]) => {
    const curves = forecasts.flatMap((forecast) => {
      const score = pick(forecast);
      return score && score.nrmse.length === first.times.length ? [score.nrmse] : [];
    });
    return { label: LABELS[name] ?? name, ...quantileBand(curves) };
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
