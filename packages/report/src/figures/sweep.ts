import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatNumber } from '../format-number.js';
import type { SweepPoint } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { logarithmicAxis } from './logarithmic-axis.js';

const KINDS = ['picked', 'best of its size', 'beaten by a smaller one'] as const;

/**
 * The models of a sweep over thresholds: number of terms against the error of held-out roll-outs. Null
 * when no model has a finite error.
 */
export function sweepFigure(points: readonly SweepPoint[]): FigurePlan | null {
  const shown = points.filter(({ error }) => Number.isFinite(error) && error > 0);
  if (shown.length === 0) return null;
  const lost = points.length - shown.length;
  const picked = shown.find((point) => point.picked);
  return {
    name: 'sweep',
    title: 'Models of different size',
    caption:
      'Each dot is a model that some threshold gives: its number of terms and the root mean square ' +
      'error of its roll-outs on data that the fit has not seen, in units of their spread.' +
      (picked ? ` Picked: ${picked.terms} terms, error ${formatNumber(picked.error)}.` : '') +
      (lost > 0 ? ` ${lost} of ${points.length} models could not be rolled out.` : ''),
    spec: spec(shown),
  };
}

function spec(points: readonly SweepPoint[]): ChartSpec {
  const values = points.map(({ terms, error, pareto, picked }) => ({
    terms,
    error,
    kind: KINDS[picked ? 0 : pareto ? 1 : 2],
  }));
  const front = values.filter(({ kind }) => kind !== KINDS[2]);
  const most = Math.max(...points.map(({ terms }) => terms));
  const kinds = KINDS.filter((kind) => values.some((value) => value.kind === kind));
  const range = kinds.map(
    (kind) => [COLOURS.vermillion, COLOURS.blue, COLOURS.shade][KINDS.indexOf(kind)],
  );
  const errors = logarithmicAxis(points.map(({ error }) => error));
  const position = {
    x: {
      field: 'terms',
      type: 'quantitative',
      axis: { title: 'terms of the model', tickMinStep: 1 },
      scale: { domain: [0, most + 1], nice: false },
    },
    y: {
      field: 'error',
      type: 'quantitative',
      axis: { title: 'error of held-out roll-outs', ...errors.axis },
      scale: errors.scale,
    },
  };
  return {
    width: FIGURE_WIDTH - 62,
    height: 220,
    layer: [
      {
        data: { values: front },
        mark: { type: 'line', color: COLOURS.blue, strokeWidth: 1.2, opacity: 0.5 },
        encoding: { ...position, order: { field: 'terms' } },
      },
      {
        data: { values },
        mark: { type: 'circle', size: 85, opacity: 1, stroke: COLOURS.paper },
        encoding: {
          ...position,
          color: {
            field: 'kind',
            scale: { domain: kinds, range },
            legend: { columns: 1, symbolSize: 85 },
          },
        },
      },
    ],
  };
}
