import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatComplex, formatNumber } from '../format-number.js';
import type { ReportInput } from '../report-input.js';
import { COLOURS } from '../theme.js';

type Matrix = readonly (readonly number[])[];
type Complex = { readonly re: number; readonly im: number };

const SIDE = 148;
const SHOWN = 3;

/**
 * Each generator as a heat map with its entries written in the cells, beside its eigenvalues in the
 * complex plane. Null when there is no finite generator.
 */
export function generatorFigure({ record, reading }: ReportInput): FigurePlan | null {
  const { generators, eigenvalues, omega, realToImaginary } = record.symmetry;
  const drawable = generators.every((matrix) => matrix.flat().every(Number.isFinite));
  if (generators.length === 0 || !drawable) return null;
  const several = generators.length > 1;
  const more = generators.length > SHOWN ? ` The first ${SHOWN} of ${generators.length}.` : '';
  return {
    name: 'generator',
    title: several ? 'Generators of the symmetry' : 'Generator of the symmetry',
    caption:
      `Read as: ${reading}. Left, the entries of the matrix L in g(w) = exp(wL); right, its ` +
      'eigenvalues: on the imaginary axis they rotate, on the real axis they stretch.' +
      more,
    spec: {
      title: {
        text: reading,
        subtitle: `ω = ${formatNumber(omega)}, |Re λ| / |Im λ| = ${realToImaginary === null ? '∞' : formatNumber(realToImaginary)}`,
        fontSize: 13,
      },
      spacing: 14,
      vconcat: generators.slice(0, SHOWN).map((matrix, index) => ({
        spacing: 28,
        hconcat: [
          heatMap(matrix, several ? `L${'₁₂₃'[index]}` : 'L'),
          eigenvaluePlane(eigenvalues[index] ?? []),
        ],
      })),
    },
  };
}

function heatMap(matrix: Matrix, title: string): ChartSpec {
  const largest = Math.max(1e-12, ...matrix.flat().map(Math.abs));
  const values = matrix.flatMap((row, i) =>
    row.map((value, j) => ({
      row: String(i + 1),
      column: String(j + 1),
      value,
      text: value.toFixed(2).replace('-', '−'),
      strong: Math.abs(value) > 0.55 * largest,
    })),
  );
  const order = matrix.map((_row, index) => String(index + 1));
  const axis = (name: string): ChartSpec => ({ title: name, labelAngle: 0, ticks: false });
  const scale = { domain: order };
  return {
    title: { text: title, offset: 6 },
    width: SIDE,
    height: SIDE,
    data: { values },
    encoding: {
      x: { field: 'column', type: 'ordinal', scale, axis: axis('column') },
      y: { field: 'row', type: 'ordinal', scale, axis: axis('row') },
    },
    layer: [
      { mark: { type: 'rect' }, encoding: { color: cellColour(largest) } },
      {
        mark: { type: 'text', fontSize: matrix.length <= 2 ? 15 : 11 },
        encoding: {
          text: { field: 'text' },
          color: { condition: { test: 'datum.strong', value: '#fffffe' }, value: '#111827' },
        },
      },
    ],
  };
}

function cellColour(largest: number): ChartSpec {
  return {
    field: 'value',
    type: 'quantitative',
    legend: null,
    scale: {
      domain: [-largest, 0, largest],
      range: [COLOURS.blue, '#f7f7f6', COLOURS.vermillion],
      interpolate: 'lab',
    },
  };
}

function eigenvaluePlane(eigenvalues: readonly Complex[]): ChartSpec {
  const finite = eigenvalues.filter(({ re, im }) => Number.isFinite(re) && Number.isFinite(im));
  const largest = Math.max(
    1e-3,
    ...finite.map(({ re, im }) => Math.max(Math.abs(re), Math.abs(im))),
  );
  const scale = { domain: [-1.5 * largest, 1.5 * largest], nice: false };
  const values = finite.map((value) => ({ ...value, text: formatComplex(value) }));
  const rule = { type: 'rule', color: COLOURS.shade };
  const axis = (title: string): ChartSpec => ({ title, grid: false });
  const position = {
    x: { field: 're', type: 'quantitative', scale, axis: axis('Re λ') },
    y: { field: 'im', type: 'quantitative', scale, axis: axis('Im λ') },
  };
  const side = (sign: '>=' | '<', dy: number): ChartSpec => ({
    transform: [{ filter: `datum.im ${sign} 0` }],
    mark: { type: 'text', dy },
    encoding: { ...position, text: { field: 'text' } },
  });
  const labels = values.length <= 3 ? [side('>=', -13), side('<', 14)] : [];
  const halo = { stroke: COLOURS.paper, strokeWidth: 5 };
  return {
    title: { text: 'eigenvalues λ', offset: 6 },
    width: SIDE,
    height: SIDE,
    data: { values },
    layer: [
      { mark: rule, encoding: { x: { datum: 0 } } },
      { mark: rule, encoding: { y: { datum: 0 } } },
      {
        mark: { type: 'point', filled: true, size: 75, color: COLOURS.blue, opacity: 1 },
        encoding: position,
      },
      ...labels.map(({ mark, ...label }) => ({ ...label, mark: { ...(mark as object), ...halo } })),
      ...labels,
    ],
  };
}
