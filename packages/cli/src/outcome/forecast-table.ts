import type { SeedForecast } from '@noether/pipeline';
import { forecastMethodNames, type ForecastScore, inMethodOrder } from '@noether/contracts';
import { median } from '@noether/numerics';
import { formatNumber } from '../format-number.js';

/**
 * One line a method: valid time and errors at a quarter, at half and at the end of the horizon; medians over
 * the seeds, with the range of the valid times where there are several.
 */
export function forecastTable(runs: readonly SeedForecast[]): string[] {
  const [{ forecast: first }] = runs;
  const { times, threshold } = first;
  const last = times.length - 1;
  const places = [Math.round(last / 4), Math.round(last / 2), last];
  const methods: [string, (run: SeedForecast) => ForecastScore | undefined][] = [
    ['forecast', ({ forecast }) => forecast],
    ...inMethodOrder(Object.keys(first.baselines)).map((name): (typeof methods)[number] => [
      forecastMethodNames[name] ?? name,
      ({ forecast }) => forecast.baselines[name],
    ]),
    ['autoencoder only', ({ forecast }) => forecast.floor],
  ];
  const rows = methods.map(([name, pick]) => {
    const scores = runs.flatMap((run) => pick(run) ?? []);
    const valid = scores.map(({ validTime }) => validTime);
    const errors = places.map((at) => median(scores.map(({ nrmse }) => nrmse[at])));
    return [name, range(valid), ...errors.map((error) => formatNumber(error))];
  });
  const head = ['', 'valid time', ...places.map((at) => `error at ${formatNumber(times[at])}`)];
  const count = runs.length;
  const seeds = count > 1 ? `${count} seeds, medians; ` : '';
  const diverged = runs.reduce(
    (sum, { forecast }) =>
      sum + forecast.items.filter(({ status }) => status === 'diverged').length,
    0,
  );
  return [
    `${seeds}${first.items.length} test trajectories, horizon ${formatNumber(times[last])}, threshold ${formatNumber(threshold)}`,
    '',
    ...align([head, ...rows]),
    ...(diverged > 0 ? ['', `${diverged} roll-outs diverged`] : []),
  ];
}

function range(values: readonly number[]): string {
  const middle = formatNumber(median(values));
  if (values.length < 2) return middle;
  return `${middle} (${formatNumber(Math.min(...values))} to ${formatNumber(Math.max(...values))})`;
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      .join('  '),
  );
}
