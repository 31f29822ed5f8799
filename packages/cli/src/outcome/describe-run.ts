import type { RunRecord } from '@noether/contracts';
import { formatDuration } from '../format-duration.js';
import { formatNumber } from '../format-number.js';
import type { Style } from '../style.js';
import { wrapText } from '../wrap-text.js';
import { forecastLines } from './forecast-lines.js';

const LABEL_WIDTH = 12;
/** Of a terminal that nobody has widened. */
const WIDTH = 80;

/**
 * What a finished run found, in a few lines: verdict, generator, equations, forecast, time.
 * @param reading the generator in words
 */
export function describeRun(record: RunRecord, reading: string | null, style: Style): string[] {
  const { status, reason } = record;
  const mark = status === 'discovered' ? style.good : style.bad;
  const [first, ...others] = wrapText(`${status}: ${reason}`, WIDTH);
  return [
    first.replace(status, style.bold(mark(status))),
    ...others,
    '',
    ...row('latent', latentLines(record), style),
    ...row('generators', growthLines(record), style),
    ...(record.sindyAutoencoder
      ? row('autoencoder', [reconstructionLine(record)], style)
      : row('generator', generatorLines(record, reading), style)),
    ...row('held out', heldOutLines(record), style),
    ...row('equations', equationLines(record), style),
    ...row('forecast', ownForecastLines(record), style),
    ...row('time', [timeLine(record)], style),
  ];
}

/** A label and its lines, in two columns. */
export function row(label: string, lines: readonly string[], style: Style): string[] {
  return lines.map(
    (line, index) => style.dim((index === 0 ? label : '').padEnd(LABEL_WIDTH)) + line,
  );
}

/** How the latent dimension was chosen. */
function latentLines({ latentDimension: scan }: RunRecord): string[] {
  if (!scan) return [];
  const mark = scan.clear ? '' : ' (no clear choice)';
  return wrapText(`dimension ${scan.dimension}${mark}: ${scan.reason}`, WIDTH - LABEL_WIDTH);
}

/** How the number of generators was chosen. */
function growthLines({ generatorGrowth: growth }: RunRecord): string[] {
  if (!growth) return [];
  const mark = growth.clear ? '' : ' (no clear choice)';
  return wrapText(`${growth.generators}${mark}: ${growth.reason}`, WIDTH - LABEL_WIDTH);
}

function generatorLines(record: RunRecord, reading: string | null): string[] {
  const { status, symmetry } = record;
  const { generators, omega, realToImaginary, meanCosine, invariance } = symmetry;
  if (generators.length === 0) return ['none'];
  const discovered = status === 'discovered';
  const matrices = generators.map(matrixText);
  return [
    ...(reading === null ? [] : [discovered ? reading : `no symmetry; looks like: ${reading}`]),
    ...matrices,
    ...algebraLines(symmetry),
    `omega ${formatNumber(omega)}, Re/Im ${formatNumber(realToImaginary, 2)}, ` +
      `mean cosine ${formatNumber(meanCosine, 2)}`,
    ...(invariance
      ? [`moves the conserved quantity by ${percent(invariance.ratio)} of a shuffle`]
      : []),
    reconstructionLine(record),
  ];
}

function reconstructionLine({ reconstruction }: RunRecord): string {
  return `reconstruction error ${formatNumber(reconstruction.relativeMse, 2)} (relative MSE)`;
}

/** What several generators span: how well it closes, its Killing form, a basis with many zeros. */
function algebraLines({ algebra, generators }: RunRecord['symmetry']): string[] {
  if (!algebra || generators.length < 2) return [];
  const { name, dimension, closure, signature, basis } = algebra;
  const [positive, negative, zero] = signature;
  return [
    `span ${name ?? 'no known algebra'}, dimension ${dimension}, closure ${formatNumber(closure, 2)}`,
    `Killing form ${positive} positive, ${negative} negative, ${zero} zero`,
    ...basis.map((matrix) => `basis ${matrixText(matrix)}`),
  ];
}

function matrixText(rows: readonly (readonly number[])[]): string {
  const entries = rows.map((line) => line.map((entry) => formatNumber(entry)).join(', '));
  return `[${entries.join('; ')}]`;
}

/** A ratio as `18 %`. */
export function percent(ratio: number): string {
  return `${formatNumber(100 * ratio, 2)} %`;
}

/** The judgement without the discriminator. */
function heldOutLines({ action }: RunRecord): string[] {
  if (!action) return [];
  return wrapText(`${action.verdict}: ${action.reason}`, WIDTH - LABEL_WIDTH);
}

function equationLines({ equations }: RunRecord): string[] {
  if (equations.text.length === 0) return ['none'];
  const width = Math.max(...equations.text.map((line) => line.length));
  return equations.text.map(
    (line, index) => `${line.padEnd(width)}   R² ${formatNumber(equations.r2[index])}`,
  );
}

function ownForecastLines({ forecast }: RunRecord): string[] {
  if (forecast.times.length === 0) return ['none'];
  const [valid, others] = forecastLines(forecast);
  return [valid, `${others}, autoencoder alone ${formatNumber(forecast.floor.validTime)}`];
}

function timeLine({ seconds, engine }: RunRecord): string {
  const { total, training, judgement } = seconds;
  const judging = judgement === undefined ? '' : ` and judgement ${formatDuration(judgement)}`;
  return `${formatDuration(total)}, of which training ${formatDuration(training)}${judging}, on ${engine}`;
}
