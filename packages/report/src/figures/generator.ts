import type { ChartSpec, FigurePlan } from '../figure.js';
import { formatComplex, formatFixed, formatNumber } from '../format-number.js';
import type { ReportInput } from '../report-input.js';
import { COLOURS } from '../theme.js';

type Matrix = readonly (readonly number[])[];
type Complex = { readonly re: number; readonly im: number };

const SIDE = 140;
const SHOWN = 3;
/** Up to this size a matrix is drawn beside its eigenvalues, from there on above them. */
const BESIDE = 4;
const WIDE = 328;
/** Widths of cells in px from which on their entries have so many digits; below there are none. */
const [FOUR_DIGITS, TWO_DIGITS, ONE_DIGIT] = [60, 41, 33];
/** Room in px that the number of a row or column takes. */
const LABEL = 18;
const LABEL_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** Colours and axes do not zoom in further than this, so that a collapse looks like one. */
const SMALLEST = 0.1;

/**
 * Each generator as a heat map with its entries written in the cells, beside its eigenvalues in the
 * complex plane. Null when there is no finite generator.
 */
export function generatorFigure({ record, reading }: ReportInput): FigurePlan | null {
  const { generators, eigenvalues, omega, realToImaginary } = record.symmetry;
  const drawable = generators.every((matrix) => matrix.flat().every(Number.isFinite));
  if (generators.length === 0 || !drawable) return null;
  const several = generators.length > 1;
  const largest = Math.max(SMALLEST, ...generators.slice(0, SHOWN).flat(2).map(Math.abs));
  const more = generators.length > SHOWN ? ` The first ${SHOWN} of ${generators.length}.` : '';
  return {
    name: 'generator',
    title: several ? 'Generators of the symmetry' : 'Generator of the symmetry',
    caption:
      `Read as: ${reading}. The entries of the matrix L in g(w) = exp(wL), and its eigenvalues: ` +
      'on the imaginary axis they rotate, on the real axis they stretch.' +
      more,
    spec: {
      title: {
        text: reading.split(/(?<=;) /),
        subtitle:
          `ω = ${formatNumber(omega)}` +
          (realToImaginary === null ? '' : `, |Re/Im λ| = ${formatNumber(realToImaginary)}`),
        fontSize: 14,
      },
      spacing: 14,
      vconcat: generators.slice(0, SHOWN).map((matrix, index) => ({
        spacing: 28,
        [matrix.length <= BESIDE ? 'hconcat' : 'vconcat']: [
          heatMap(matrix, several ? `L${'₁₂₃'[index]}` : 'L', largest),
          eigenvaluePlane(eigenvalues[index] ?? []),
        ],
      })),
    },
  };
}

function heatMap(matrix: Matrix, title: string, largest: number): ChartSpec {
  const side = matrix.length <= BESIDE ? SIDE : WIDE;
  const cell = side / matrix.length;
  const small = Math.max(...matrix.flat().map(Math.abs)) < SMALLEST;
  const digits = cell < TWO_DIGITS ? 1 : small && cell >= FOUR_DIGITS ? 4 : 2;
  const cells = matrix.flatMap((row, i) =>
    row.map((value, j) => ({
      row: String(i + 1),
      column: String(j + 1),
      value,
      text: formatFixed(value, digits),
      strong: Math.abs(value) > 0.8 * largest,
    })),
  );
  const longest = Math.max(...cells.map(({ text }) => text.length));
  const fontSize = Math.min(matrix.length <= 2 ? 16 : 13, Math.floor((1.4 * cell) / longest));
  const order = matrix.map((_row, index) => String(index + 1));
  const values = labelled(order, cell);
  const axis = (name: string): ChartSpec => ({
    title: name,
    labelAngle: 0,
    ticks: false,
    values,
    tickCount: values.length,
  });
  const scale = { domain: order };
  return {
    title: { text: title, offset: 6 },
    width: side,
    height: side,
    data: { values: cells },
    encoding: {
      x: { field: 'column', type: 'ordinal', scale, axis: axis('column') },
      y: { field: 'row', type: 'ordinal', scale, axis: axis('row') },
    },
    layer: [
      { mark: { type: 'rect' }, encoding: { color: cellColour(largest) } },
      ...(cell >= ONE_DIGIT ? [cellText(fontSize)] : []),
    ],
  };
}

/** The numbers of rows and columns that are written: all, or the first and every second, fifth, tenth … one. */
function labelled(order: readonly string[], cell: number): string[] {
  const step = LABEL_STEPS.find((each) => each * cell >= LABEL) ?? order.length;
  return order.filter((_name, index) => (index + 1) % step === 0 || (index === 0 && step > 2));
}

function cellText(fontSize: number): ChartSpec {
  return {
    mark: { type: 'text', fontSize },
    encoding: {
      text: { field: 'text' },
      color: { condition: { test: 'datum.strong', value: '#fffffe' }, value: '#111827' },
    },
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
  const sizes = finite.flatMap(({ re, im }) => [Math.abs(re), Math.abs(im)]);
  const largest = Math.max(SMALLEST, ...sizes);
  const scale = { domain: [-1.5 * largest, 1.5 * largest], nice: false };
  const axis = (title: string): ChartSpec => ({ title, grid: false, tickCount: 4 });
  const position = {
    x: { field: 're', type: 'quantitative', scale, axis: axis('Re λ') },
    y: { field: 'im', type: 'quantitative', scale, axis: axis('Im λ') },
  };
  const rule = { type: 'rule', color: COLOURS.shade };
  return {
    title: { text: 'eigenvalues λ', offset: 6 },
    width: SIDE,
    height: SIDE,
    data: { values: [{}] },
    layer: [
      { mark: rule, encoding: { x: { datum: 0 } } },
      { mark: rule, encoding: { y: { datum: 0 } } },
      {
        data: { values: finite },
        mark: { type: 'point', filled: true, size: 75, color: COLOURS.blue, opacity: 1 },
        encoding: position,
      },
      ...(finite.length <= 3 ? eigenvalueLabels(finite, position) : []),
    ],
  };
}

/** Texts above and below the points, on a halo that keeps the axes from crossing them. */
function eigenvalueLabels(eigenvalues: readonly Complex[], position: ChartSpec): ChartSpec[] {
  const halo = { stroke: COLOURS.paper, strokeWidth: 5 };
  return eigenvalues.flatMap((value, index) => {
    const above = Math.abs(value.im) < 0.005 ? index % 2 === 0 : value.im > 0;
    const mark = { type: 'text', dy: above ? -13 : 14 };
    const label = {
      data: { values: [{ ...value, text: formatComplex(value) }] },
      encoding: { ...position, text: { field: 'text' } },
    };
    return [
      { ...label, mark: { ...mark, ...halo } },
      { ...label, mark },
    ];
  });
}
