import type { Forecast } from '@noether/contracts';
import type { FoundEquations } from '@noether/pipeline';
import { formatCount, formatNumber } from '../format-number.js';
import type { Style } from '../style.js';
import { wrapText } from '../wrap-text.js';
import { row } from './describe-run.js';
import { forecastLines } from './forecast-lines.js';
import { sweepLines } from './sweep-lines.js';

const METHODS = {
  differences: 'finite differences of order 6',
  'savitzky-golay': 'Savitzky-Golay smoothing, then differences',
  spline: 'smoothing spline',
  weak: 'weak form, no velocities',
  map: 'steps of a discrete map',
} as const;

/** Data, method, the table of the sweep, equations, forecast of the held-out end and warnings. */
export function describeEquations(
  { data, method, noise, system, sweep, forecast, ...found }: FoundEquations,
  file: string,
  notes: readonly string[],
  style: Style,
): string[] {
  const rows = data.items.reduce((sum, { times }) => sum + times.length, 0);
  const count = data.items.length;
  const trajectories = `${formatCount(count)} ${count === 1 ? 'trajectory' : 'trajectories'}`;
  const inputs = data.inputs ? ` with inputs ${data.inputs.names.join(', ')}` : '';
  const weights = data.items.some((item) => item.weights) ? ', weighted' : '';
  const columns = `${data.names.join(', ')}${inputs}${weights}`;
  const text = system.text(4);
  const width = Math.max(...text.map((line) => line.length));
  return [
    ...row('data', [`${file}: ${trajectories}, ${formatCount(rows)} rows of ${columns}`], style),
    ...row(
      'method',
      [
        noise === undefined
          ? METHODS[method]
          : `${METHODS[method]} (noise ${formatNumber(100 * noise, 2)} % of the spread)`,
      ],
      style,
    ),
    '',
    ...(sweep ? [...sweepLines(sweep), ''] : []),
    ...row(
      'equations',
      text.map((line, at) => `${line.padEnd(width)}   R² ${formatNumber(system.r2[at], 4)}`),
      style,
    ),
    ...(forecast
      ? row(
          'held out',
          [...forecastLines(forecast), ...chaos(forecast, found.lyapunovExponent ?? 0)],
          style,
        )
      : row('held out', [heldOutText(found.heldOutError ?? NaN)], style)),
    ...notes.flatMap((note) => wrapText(note, 80)).map((line) => style.warn(line)),
  ];
}

/** The valid time in Lyapunov times, where the horizon is at least one of them. */
function chaos({ times, validTime }: Forecast, exponent: number): string[] {
  if (exponent * times[times.length - 1] < 1) return [];
  const valid = formatNumber(exponent * validTime, 2);
  return [`largest Lyapunov exponent ${formatNumber(exponent)}: valid for ${valid} Lyapunov times`];
}

function heldOutText(error: number): string {
  return error < Infinity
    ? `roll-outs err by ${formatNumber(error)} of the spread`
    : 'roll-outs break off';
}
