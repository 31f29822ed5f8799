import type { RunRecord } from '@noether/contracts';
import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatPercent } from '../format-number.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { logarithmicAxis } from './logarithmic-axis.js';

type Scan = NonNullable<RunRecord['latentDimension']>;

/** Errors below this share of the variance are drawn there: short trainings reach no less. */
const FLOOR = 1e-5;
const KINDS = ['best training', 'components'] as const;

/** Error against latent dimension as the scan found it, beside principal components; null without a scan. */
export function latentDimensionFigure({
  record: { latentDimension: scan },
}: {
  readonly record: Pick<RunRecord, 'latentDimension'>;
}): FigurePlan | null {
  if (!scan || scan.rows.length === 0) return null;
  const { dimension, rows } = scan;
  const { error, rank } = rows[dimension - 1];
  return {
    name: 'latent-dimension',
    title: 'How many latent dimensions',
    caption:
      'Mean squared reconstruction error on states held out, as a share of their variance, against the latent ' +
      'dimension: the best of some short trainings and, beside it, as many principal components. ' +
      `Chosen: ${dimension}, which leaves ${formatPercent(error)}; the effective rank of its latent covariance is ` +
      `${rank.toFixed(1)}.`,
    spec: spec(scan),
  };
}

function spec({ rows, dimension: chosen }: Scan): ChartSpec {
  const values = rows.flatMap(({ dimension, error, linearError }) =>
    [error, linearError].map((share, at) => ({
      dimension,
      share: Math.max(share, FLOOR),
      kind: KINDS[at],
    })),
  );
  const shares = logarithmicAxis(values.map(({ share }) => share));
  const position = {
    x: {
      field: 'dimension',
      type: 'quantitative',
      axis: { title: 'latent dimension', tickMinStep: 1, tickCount: rows.length, format: 'd' },
      scale: { domain: [0.5, rows.length + 0.5], nice: false },
    },
    y: {
      field: 'share',
      type: 'quantitative',
      axis: { title: 'lost share of variance', ...shares.axis },
      scale: shares.scale,
    },
  };
  const colour = {
    field: 'kind',
    scale: { domain: [...KINDS], range: [COLOURS.blue, COLOURS.shade] },
    legend: { columns: 1, symbolSize: 85 },
  };
  const picked = values.filter(({ dimension, kind }) => dimension === chosen && kind === KINDS[0]);
  return {
    width: FIGURE_WIDTH - 62,
    height: 240,
    layer: [
      ...[...KINDS].reverse().map((name) => ({
        data: { values: values.filter(({ kind }) => kind === name) },
        mark: { type: 'line', strokeWidth: 1.6, point: { filled: true, size: 50 } },
        encoding: { ...position, color: colour },
      })),
      {
        data: { values: picked },
        mark: { type: 'point', size: 190, strokeWidth: 2, color: COLOURS.vermillion },
        encoding: position,
      },
    ],
  };
}
