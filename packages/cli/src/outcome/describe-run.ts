import type { RunRecord } from '@noether/contracts';
import { formatDuration } from '../format-duration.js';
import { formatNumber } from '../format-number.js';
import type { Style } from '../style.js';

const LABEL_WIDTH = 12;

/** What a finished run found, in a few lines: verdict, generator, equations, forecast, time. */
export function describeRun(record: RunRecord, style: Style): string[] {
  const { status, reason } = record;
  const mark = status === 'discovered' ? style.good : style.bad;
  return [
    `${style.bold(mark(status))}: ${reason}`,
    '',
    ...row('generator', generatorLines(record), style),
    ...row('equations', equationLines(record), style),
    ...row('forecast', forecastLines(record), style),
    ...row('time', [timeLine(record)], style),
  ];
}

/** A label and its lines, in two columns. */
export function row(label: string, lines: readonly string[], style: Style): string[] {
  return lines.map(
    (line, index) => style.dim((index === 0 ? label : '').padEnd(LABEL_WIDTH)) + line,
  );
}

function generatorLines({ symmetry, reconstruction }: RunRecord): string[] {
  const matrices = symmetry.generators.map(
    (rows) =>
      `[${rows.map((row) => row.map((entry) => formatNumber(entry)).join(', ')).join('; ')}]`,
  );
  const { omega, realToImaginary, meanCosine, invariance } = symmetry;
  const energy = invariance
    ? `, energy moved by ${formatNumber(100 * invariance.ratio, 2)} % of a shuffle`
    : '';
  return [
    ...matrices,
    `omega ${formatNumber(omega)}, Re/Im ${formatNumber(realToImaginary, 2)}, ` +
      `mean cosine ${formatNumber(meanCosine, 2)}${energy}`,
    `reconstruction error ${formatNumber(reconstruction.relativeMse, 2)} (relative MSE)`,
  ];
}

function equationLines({ equations }: RunRecord): string[] {
  if (equations.text.length === 0) return ['none'];
  const width = Math.max(...equations.text.map((line) => line.length));
  return equations.text.map(
    (line, index) => `${line.padEnd(width)}   R² ${formatNumber(equations.r2[index])}`,
  );
}

function forecastLines({ forecast }: RunRecord): string[] {
  const { times, validTime, floor, baselines } = forecast;
  if (times.length === 0) return ['none'];
  const horizon = times[times.length - 1];
  const others = Object.entries(baselines).map(
    ([name, score]) => `${BASELINES[name] ?? name} ${formatNumber(score.validTime)}`,
  );
  return [
    `valid for ${[formatNumber(validTime), ...others].join(', ')} of ${formatNumber(horizon)} time units`,
    `(the autoencoder alone ${formatNumber(floor.validTime)})`,
  ];
}

const BASELINES: Readonly<Record<string, string>> = { dmd: 'DMD', persistence: 'persistence' };

function timeLine({ seconds, engine }: RunRecord): string {
  return (
    `${formatDuration(seconds.total)}, of which training ${formatDuration(seconds.training)}, ` +
    `on ${engine}`
  );
}
