import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatSetting } from '../format-number.js';
import type { BandView, ErrorBand } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { axisLabel } from './axis-label.js';
import { methodStyle } from './method-style.js';
import { pickEvenly } from './pick-evenly.js';

const LIMIT = COLOURS.ink;

/** Errors over time over several seeds: medians as lines, quantiles of the forecast as a band. */
export function forecastBandFigure({
  seeds,
  times,
  threshold,
  bands,
  timeUnit,
}: BandView): FigurePlan | null {
  if (bands.length === 0 || times.length === 0) return null;
  return {
    name: 'forecast-band',
    title: 'Forecast error over seeds',
    caption:
      `Median over ${seeds} seeds of the normalised RMS error of each method; the shaded band holds ` +
      'the forecasts between the 10 % and the 90 % quantile of the seeds.',
    spec: spec(
      times,
      threshold,
      bands,
      axisLabel('time since the start of the forecast', timeUnit),
    ),
  };
}

interface Point {
  readonly time: number;
  readonly label: string;
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
}

function spec(
  times: Float64Array,
  threshold: number,
  bands: readonly ErrorBand[],
  title: string,
): ChartSpec {
  const end = times[times.length - 1];
  const curves = bands.map((band) => points(times, band));
  const all = curves.flat();
  const highest = Math.max(threshold, ...all.map(({ middle }) => middle));
  const top = Math.min(1.08 * highest, Math.max(2, 3 * threshold));
  const limit = `threshold ${formatSetting(threshold)}`;
  const domain = [...bands.map(({ label }) => label), limit];
  const range = [...bands.map(({ label }, index) => methodStyle(label, index).colour), LIMIT];
  const x = {
    field: 'time',
    type: 'quantitative',
    axis: { title },
    scale: { domain: [0, end], nice: false },
  };
  const y = (field: string): ChartSpec => ({
    field,
    type: 'quantitative',
    axis: { title: 'normalised RMS error' },
    scale: { domain: [0, top], nice: false, clamp: true },
  });
  const level = [0, end].map((time) => ({ time, middle: threshold, label: limit }));
  return {
    width: FIGURE_WIDTH - 62,
    height: 220,
    layer: [
      {
        data: { values: curves[0] },
        mark: { type: 'area', color: COLOURS.blue, opacity: 0.22 },
        encoding: { x, y: y('lower'), y2: { field: 'upper' } },
      },
      {
        data: { values: [...level, ...all] },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x,
          y: y('middle'),
          color: {
            field: 'label',
            scale: { type: 'ordinal', domain, range },
            legend: { columns: 2 },
          },
          strokeDash: {
            field: 'label',
            scale: {
              domain,
              range: domain.map((label, index) =>
                label === limit ? [3, 3] : methodStyle(label, index).dash,
              ),
            },
          },
        },
      },
    ],
  };
}

function points(times: Float64Array, { label, lower, middle, upper }: ErrorBand): Point[] {
  const rows = Array.from(times, (time, row) => ({
    time,
    label,
    lower: lower[row],
    middle: middle[row],
    upper: upper[row],
  }));
  return pickEvenly(
    rows.filter((row) => [row.lower, row.middle, row.upper].every(Number.isFinite)),
    400,
  );
}
