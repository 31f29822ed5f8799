import type { ChartSpec, FigurePlan } from '../figure.js';
import type { EpochLosses, ReportInput } from '../report-input.js';
import { COLOURS, FIGURE_WIDTH } from '../theme.js';
import { logarithmicAxis } from './logarithmic-axis.js';

interface Panel {
  readonly title: string;
  readonly scale: 'linear' | 'log';
  readonly reference?: { readonly value: number; readonly label: string };
  /** Key in the history, label and colour of each curve. */
  readonly curves: readonly (readonly [key: string, label: string, colour: string])[];
}

const REFERENCE = { colour: COLOURS.ink, dash: [3, 3], width: 1.3 } as const;

const PANELS: readonly Panel[] = [
  {
    title: 'cross-entropy [nat]',
    scale: 'linear',
    reference: { value: Math.LN2, label: 'ln 2' },
    curves: [
      ['generator', 'generator', COLOURS.blue],
      ['discriminatorReal', 'real data', COLOURS.green],
      ['discriminatorFake', 'transformed data', COLOURS.orange],
    ],
  },
  {
    title: 'loss',
    scale: 'log',
    curves: [
      ['reconstruction', 'reconstruction', COLOURS.purple],
      ['total', 'total', COLOURS.muted],
    ],
  },
  {
    title: 'errors of the derivatives',
    scale: 'log',
    curves: [
      ['dataDerivative', 'dx/dt', COLOURS.blue],
      ['latentDerivative', 'dz/dt', COLOURS.orange],
    ],
  },
  { title: 'terms', scale: 'linear', curves: [['terms', 'terms', COLOURS.green]] },
  { title: 'cosine term', scale: 'linear', curves: [['cosine', 'cosine', COLOURS.sky]] },
  {
    title: 'rotation rate ω',
    scale: 'linear',
    curves: [['omega', 'ω', COLOURS.vermillion]],
  },
];

/**
 * Losses over the epochs: cross-entropies with the stand-off ln 2, reconstruction on a logarithmic
 * axis, errors of derivatives, the number of terms, the cosine term and the rotation rate, as far as they were recorded. Null without a history.
 */
export function trainingFigure({ history }: ReportInput): FigurePlan | null {
  const panels = PANELS.filter((panel) => history.length > 1 && points(history, panel).length > 0);
  if (panels.length === 0) return null;
  return {
    name: 'training',
    title: 'Training',
    caption: panels.includes(PANELS[0])
      ? 'Losses at the end of each epoch; the cross-entropies are those of the generator and of the ' +
        'discriminator on real and on transformed data. Where all three settle at ln 2 the ' +
        'discriminator cannot tell transformed data from real data.'
      : 'Losses and the number of terms; the sparsity term ends where the refinement begins.',
    spec: {
      spacing: 12,
      resolve: {
        scale: { color: 'independent', strokeDash: 'independent', strokeWidth: 'independent' },
      },
      vconcat: panels.map((panel, index) => draw(history, panel, index === panels.length - 1)),
    },
  };
}

function points(
  history: readonly EpochLosses[],
  { curves, scale }: Panel,
): { epoch: number; value: number; label: string }[] {
  return curves.flatMap(([key, label]) =>
    history
      .map(({ epoch, values }) => ({ epoch, value: values[key], label }))
      .filter(({ value }) => Number.isFinite(value) && (scale === 'linear' || value > 0)),
  );
}

function draw(history: readonly EpochLosses[], panel: Panel, last: boolean): ChartSpec {
  const values = points(history, panel);
  const shown = panel.curves.filter(([, label]) => values.some((point) => point.label === label));
  const epochs = history.map(({ epoch }) => epoch);
  const range = [Math.min(...epochs), Math.max(...epochs)];
  const { reference } = panel;
  const logarithmic =
    panel.scale === 'log' ? logarithmicAxis(values.map(({ value }) => value)) : undefined;
  const level = reference
    ? range.map((epoch) => ({ epoch, value: reference.value, label: reference.label }))
    : [];
  const styles = [
    ...shown.map(([, label, colour]) => ({ label, colour, dash: [1, 0], width: 2 })),
    ...(reference ? [{ ...REFERENCE, label: reference.label }] : []),
  ];
  const domain = styles.map(({ label }) => label);
  const style = (range: readonly unknown[]): ChartSpec => ({
    field: 'label',
    scale: { type: 'ordinal', domain, range },
    legend: styles.length > 1 ? { columns: 2 } : null,
  });
  return {
    title: { text: panel.title, fontWeight: 'normal', offset: 6 },
    width: FIGURE_WIDTH - 60,
    height: panel.curves.length > 2 ? 130 : 80,
    data: { values: [...values, ...level] },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        axis: { title: last ? 'epoch' : null, labels: last, ticks: last },
        scale: { domain: range, nice: false },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        axis: {
          title: null,
          tickCount: 4,
          minExtent: 40,
          ...logarithmic?.axis,
        },
        scale: logarithmic?.scale ?? { zero: false },
      },
      color: style(styles.map(({ colour }) => colour)),
      strokeDash: style(styles.map(({ dash }) => dash)),
      ...(styles.length > 1 ? { strokeWidth: style(styles.map(({ width }) => width)) } : {}),
    },
  };
}
