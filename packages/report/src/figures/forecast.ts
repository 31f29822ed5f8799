import type { Forecast } from '@noether/contracts';

import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatNumber } from '../format-number.js';
import type { DataView, ForecastView } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { axisLabel } from './axis-label.js';
import { domainOf } from './domain.js';
import { pickEvenly } from './pick-evenly.js';

const SHOWN = 4;

/**
 * Forecast and truth over time, one panel a variable, for the test trajectory whose valid time is the
 * median: neither the best nor the worst. Null without a forecast.
 */
export function forecastFigure({ forecast, data }: ForecastView): FigurePlan | null {
  if (!forecast || forecast.items.length === 0 || forecast.times.length === 0) return null;
  const index = typicalItem(forecast);
  const validTime = forecast.validTimes[index];
  const count = Math.min(SHOWN, forecast.names.length);
  const shown =
    count < forecast.names.length
      ? ` The first ${count} of ${forecast.names.length} variables.`
      : '';
  const end = forecast.times[forecast.times.length - 1];
  const valid =
    validTime >= end
      ? `stays valid to the end (${withUnit(end, data.timeUnit)})`
      : `is valid until ${withUnit(validTime, data.timeUnit)} (vertical line)`;
  return {
    name: 'forecast',
    title: 'Forecast of an unseen trajectory',
    caption:
      `Test trajectory ${index + 1} of ${forecast.items.length}, the one with the median valid time. ` +
      `From its first state alone the forecast ${valid}.${shown}`,
    spec: {
      spacing: 12,
      resolve: { scale: { color: 'shared', strokeWidth: 'shared' } },
      vconcat: Array.from({ length: count }, (_, variable) =>
        panel(forecast, data, { index, variable, last: variable === count - 1, end }),
      ),
    },
  };
}

function typicalItem({ validTimes, items }: Forecast): number {
  const order = items
    .map((_item, index) => index)
    .sort((a, b) => validTimes[a] - validTimes[b] || a - b);
  return order[Math.floor((order.length - 1) / 2)];
}

function withUnit(time: number, unit: string | undefined): string {
  return `t = ${formatNumber(time)}${unit ? ` ${unit}` : ''}`;
}

function panel(
  forecast: Forecast,
  data: Pick<DataView, 'units' | 'timeUnit'>,
  at: {
    readonly index: number;
    readonly variable: number;
    readonly last: boolean;
    readonly end: number;
  },
): ChartSpec {
  const { truth, predicted } = forecast.items[at.index];
  const truths = series(forecast, truth, at.variable, 'truth');
  const values = [...truths, ...series(forecast, predicted, at.variable, 'forecast')];
  const validTime = forecast.validTimes[at.index];
  const name = axisLabel(forecast.names[at.variable], data.units?.[at.variable]);
  return {
    title: { text: name, fontWeight: 'normal', offset: 6 },
    width: FIGURE_WIDTH - 56,
    height: forecast.names.length === 1 ? 180 : 110,
    layer: [
      ...(validTime < at.end
        ? [{ data: { values: [{}] }, mark: RULE, encoding: { x: { datum: validTime } } }]
        : []),
      {
        data: { values },
        mark: 'line',
        encoding: {
          x: timeAxis(at.end, at.last ? axisLabel('time', data.timeUnit) : null),
          y: {
            field: 'value',
            type: 'quantitative',
            axis: { title: null, tickCount: 4, minExtent: 36 },
            scale: {
              domain: domainOf(
                truths.map(({ value }) => value),
                0.15,
              ),
              nice: false,
              // A forecast that runs away follows the edge; the drawing library fails on lines
              // that lie off the canvas as a whole.
              clamp: true,
            },
          },
          color: { field: 'kind', scale: { domain: KINDS, range: [COLOURS.shade, COLOURS.blue] } },
          strokeWidth: { field: 'kind', scale: { domain: KINDS, range: [4.5, 1.8] } },
        },
      },
    ],
  };
}

const KINDS = ['truth', 'forecast'] as const;
const RULE = { type: 'rule', color: COLOURS.vermillion, strokeDash: [4, 3], strokeWidth: 1.3 };

function timeAxis(end: number, title: string | null): ChartSpec {
  return {
    field: 'time',
    type: 'quantitative',
    axis: { title, labels: title !== null, ticks: title !== null, grid: true },
    scale: { domain: [0, end], nice: false },
  };
}

function series(
  { times, names }: Forecast,
  states: Float64Array,
  variable: number,
  kind: (typeof KINDS)[number],
): { time: number; value: number; kind: string }[] {
  const rows = Array.from(times, (time, row) => ({
    time,
    value: Number(states[row * names.length + variable]?.toPrecision(6)),
    kind,
  }));
  return pickEvenly(
    rows.filter(({ value }) => Number.isFinite(value)),
    500,
  );
}
