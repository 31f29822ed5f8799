import type { RunRecord } from '@noether/contracts';

import { formatNumber } from '../format-number.js';
import { forecastMethods } from '../forecast-methods.js';
import { escapeHtml } from './escape-html.js';

const FRACTIONS = [0.25, 0.5, 1] as const;

/** Valid time, mean squared error and error at a quarter, half and the whole of the horizon, one row a method. */
export function scores({ forecast }: RunRecord, timeUnit?: string): string {
  const { times } = forecast;
  if (times.length === 0) return '';
  const unit = timeUnit ? ` ${timeUnit}` : '';
  const rows = FRACTIONS.map((fraction) => Math.round(fraction * (times.length - 1)));
  const end = times[times.length - 1];
  const heads = rows.map(
    (row) =>
      `<th class="number" scope="col">error at t = ${escapeHtml(formatNumber(times[row]) + unit)}</th>`,
  );
  const modes = forecast.modes
    ? `; methods without an encoder work in ${forecast.modes} principal coordinates`
    : '';
  const body = forecastMethods(forecast).map(({ label, score }) => {
    const valid = score.validTime >= end ? `≥ ${formatNumber(end)}` : formatNumber(score.validTime);
    const mean = meanSquare(score.nrmse);
    const errors = rows.map((row) => `<td class="number">${formatNumber(score.nrmse[row])}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}</th><td class="number">${escapeHtml(valid + unit)}</td><td class="number">${formatNumber(mean)}</td>${errors.join('')}</tr>`;
  });
  return `<div class="panel"><table>
<caption>Errors are root mean squares over the test trajectories, relative to the spread of the truth; “autoencoder only” encodes and decodes the truth and is the floor${modes}.</caption>
<thead><tr><th scope="col">method</th><th class="number" scope="col">valid time</th><th class="number" scope="col">mean error²</th>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}

function meanSquare(errors: ArrayLike<number>): number {
  return Array.from(errors).reduce((sum, error) => sum + error ** 2 / errors.length, 0);
}
