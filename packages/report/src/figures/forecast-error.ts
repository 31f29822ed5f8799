import type { Forecast } from '@noether/contracts';

import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatSetting } from '../format-number.js';
import type { ForecastView } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { forecastMethods, type ForecastMethod } from '../forecast-methods.js';
import { axisLabel } from './axis-label.js';
import { methodStyle } from './method-style.js';
import { pickEvenly } from './pick-evenly.js';

const LIMIT = { colour: COLOURS.ink, dash: [3, 3], width: 1.3 } as const;

/**
 * Error over time of the forecast, of encoding and decoding alone and of the baselines, with the
 * threshold and the median valid times. Null without a forecast.
 */
export function forecastErrorFigure({ forecast, data }: ForecastView): FigurePlan | null {
  if (!forecast || forecast.times.length === 0) return null;
  const { length } = forecast.items;
  const trajectories = length === 1 ? 'the one test trajectory' : `${length} test trajectories`;
  return {
    name: 'forecast-error',
    title: 'Forecast error over time',
    caption:
      `Root mean square error over ${trajectories}, relative to the spread of the truth. ` +
      '“Autoencoder only” encodes and decodes the truth: no forecast can be better. ' +
      `Dots mark the median time at which a trajectory passes the threshold ${formatSetting(forecast.threshold)}.`,
    spec: errorSpec(forecast, axisLabel('time since the start of the forecast', data.timeUnit)),
  };
}

function errorSpec(forecast: Forecast, time: string): ChartSpec {
  const { threshold } = forecast;
  const end = forecast.times[forecast.times.length - 1];
  const methods = forecastMethods(forecast);
  const limit = `threshold ${formatSetting(threshold)}`;
  const values = methods.flatMap((method) => curve(forecast.times, method));
  const highest = Math.max(threshold, ...values.map(({ error }) => error));
  const top = Math.min(1.08 * highest, Math.max(2, 3 * threshold));
  const styles = [...methods.map(({ label }, index) => methodStyle(label, index)), LIMIT];
  const domain = [...methods.map(({ label }) => label), limit];
  const position = {
    x: quantity('time', time, end),
    y: quantity('error', 'normalised RMS error', top, true),
  };
  const style = (range: readonly unknown[]): ChartSpec => ({
    field: 'label',
    scale: { type: 'ordinal', domain, range },
    legend: { columns: 2 },
  });
  return {
    width: FIGURE_WIDTH - 66,
    height: 220,
    layer: [
      {
        data: {
          values: [
            { time: 0, error: threshold, label: limit },
            { time: end, error: threshold, label: limit },
            ...values,
          ],
        },
        mark: 'line',
        encoding: {
          ...position,
          color: style(styles.map(({ colour }) => colour)),
          strokeDash: style(styles.map(({ dash }) => dash)),
          strokeWidth: style(styles.map(({ width }) => width)),
        },
      },
      {
        data: {
          values: methods
            .filter(({ score }) => score.validTime < end)
            .map(({ label, score }) => ({ label, time: score.validTime, error: threshold })),
        },
        mark: { type: 'circle', size: 75, opacity: 1, stroke: COLOURS.paper },
        encoding: {
          ...position,
          fill: { ...style(styles.map(({ colour }) => colour)), legend: null },
        },
      },
    ],
  };
}

function quantity(field: string, title: string, end: number, clamp = false): ChartSpec {
  const scale = { domain: [0, end], nice: false, clamp };
  return { field, type: 'quantitative', axis: { title }, scale };
}

function curve(
  times: Float64Array,
  { label, score }: ForecastMethod,
): { time: number; error: number; label: string }[] {
  const rows = Array.from(times, (time, row) => ({ time, error: score.nrmse[row], label }));
  return pickEvenly(
    rows.filter(({ error }) => Number.isFinite(error)),
    400,
  );
}
