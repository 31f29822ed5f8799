import { forecastMethodNames, inMethodOrder } from '@noether/contracts';
import { quantileBand } from '@noether/forecast';
import type { drawBand } from '@noether/report';

export type Bands = Parameters<typeof drawBand>[0]['bands'];

interface Curves {
  readonly nrmse: ArrayLike<number>;
}

/** The errors of all methods in one forecast. */
export interface MethodErrors extends Curves {
  readonly times: ArrayLike<number>;
  readonly floor: Curves;
  readonly baselines: Readonly<Record<string, Curves>>;
}

/** Bands at the times of one of the forecasts. */
export interface TimedBands {
  readonly times: Float64Array;
  readonly bands: Bands;
}

/**
 * The errors of each method over the seeds, at the times of the shortest forecast; those of the others lie
 * between theirs and are joined by straight lines.
 */
export function bandsOf(forecasts: readonly MethodErrors[]): TimedBands {
  const shortest = [...forecasts].sort((a, b) => endOf(a) - endOf(b))[0];
  const times = Float64Array.from(shortest.times);
  const keys = [...new Set(forecasts.flatMap(({ baselines }) => Object.keys(baselines)))];
  const methods: [string, (forecast: MethodErrors) => Curves | undefined][] = [
    ['forecast', (forecast) => forecast],
    ['autoencoder only', ({ floor }) => floor],
    ...inMethodOrder(keys).map((name): (typeof methods)[number] => [
      forecastMethodNames[name] ?? name,
      ({ baselines }) => baselines[name],
    ]),
  ];
  const bands = methods.map(([label, pick]) => {
    const curves = forecasts.flatMap((forecast) => {
      const score = pick(forecast);
      return score ? [atTimes(times, forecast.times, score.nrmse)] : [];
    });
    return { label, ...quantileBand(curves) };
  });
  return { times, bands };
}

const endOf = ({ times }: MethodErrors): number => times[times.length - 1];

/** Straight lines between the values at `own` times. */
function atTimes(
  times: Float64Array,
  own: ArrayLike<number>,
  values: ArrayLike<number>,
): Float64Array {
  let row = 0;
  return times.map((time) => {
    while (row < own.length - 2 && own[row + 1] < time) row++;
    const share = Math.min(1, Math.max(0, (time - own[row]) / (own[row + 1] - own[row])));
    return share === 0 ? values[row] : values[row] + share * (values[row + 1] - values[row]);
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
