import type { ChartSpec } from '../figure.js';
import { formatFixed } from '../format-number.js';
import { COLOURS } from '../theme.js';
import { SMALLEST } from './smallest.js';

type Matrix = readonly (readonly number[])[];

/** Widths of cells in px from which on their entries have so many digits; below there are none. */
const [FOUR_DIGITS, TWO_DIGITS, ONE_DIGIT] = [60, 41, 33];
/** Room in px that the number of a row or column takes. */
const LABEL = 18;
/** Numbers of rows so near to the top, in px, are moved down, so that they do not push the title up. */
const FLUSH = 6;
const LABEL_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

export interface HeatMapOptions {
  readonly title: string;
  /** Width and height in px. */
  readonly side: number;
  /** The size of an entry that has the end colours. */
  readonly largest: number;
  /** For heat maps beside each other: which axes are written; default both. */
  readonly axes?: { readonly row: boolean; readonly column: boolean };
  /** Length in px of a colour bar on top; default none. */
  readonly bar?: number;
}

/** The largest size of an entry of several matrices, at least so much that a collapse looks like one. */
export function largestEntry(matrices: readonly Matrix[]): number {
  return Math.max(SMALLEST, ...matrices.map(largestOf));
}

function largestOf(matrix: Matrix): number {
  return Math.max(...matrix.flat().map(Math.abs));
}

/** A square matrix in colours, with its entries written in the cells where they have room. */
export function heatMap(matrix: Matrix, options: HeatMapOptions): ChartSpec {
  const { title, side, largest, axes, bar } = options;
  const cell = side / matrix.length;
  const { cells, fontSize } = cellsOf(matrix, cell, largest);
  const order = matrix.map((_row, index) => String(index + 1));
  const values = labelled(order, cell);
  const labels = {
    values,
    tickCount: values.length,
    labelAngle: 0,
    labelFlush: axes ? FLUSH : false,
  };
  const position = (field: 'row' | 'column'): ChartSpec => ({
    field,
    type: 'ordinal',
    scale: { domain: order },
    axis: (axes?.[field] ?? true) ? { ...labels, title: field, ticks: false } : null,
  });
  return {
    title: { text: title, offset: 6 },
    width: side,
    height: side,
    data: { values: cells },
    encoding: { x: position('column'), y: position('row') },
    layer: [
      { mark: { type: 'rect' }, encoding: { color: cellColour(largest, bar) } },
      ...(cell >= ONE_DIGIT ? [cellText(fontSize)] : []),
    ],
  };
}

function cellsOf(
  matrix: Matrix,
  cell: number,
  largest: number,
): { cells: ChartSpec[]; fontSize: number } {
  const small = largestOf(matrix) < SMALLEST;
  const digits = cell < TWO_DIGITS ? 1 : small && cell >= FOUR_DIGITS ? 4 : 2;
  const texts = matrix.map((row) => row.map((value) => formatFixed(value, digits)));
  const longest = Math.max(...texts.flat().map(({ length }) => length));
  const cells = matrix.flatMap((row, i) =>
    row.map((value, j) => ({
      row: String(i + 1),
      column: String(j + 1),
      value,
      text: texts[i][j],
      strong: Math.abs(value) > 0.8 * largest,
    })),
  );
  const widest = matrix.length <= 2 ? 16 : 13;
  return { cells, fontSize: Math.min(widest, Math.floor((1.5 * cell) / longest)) };
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

function cellColour(largest: number, bar?: number): ChartSpec {
  return {
    field: 'value',
    type: 'quantitative',
    legend: bar === undefined ? null : colourBar(largest, bar),
    scale: {
      domain: [-largest, 0, largest],
      range: [COLOURS.blue, '#f7f7f6', COLOURS.vermillion],
      interpolate: 'lab',
    },
  };
}

function colourBar(largest: number, length: number): ChartSpec {
  return {
    gradientLength: length,
    gradientThickness: 10,
    values: [-largest, 0, largest],
    format: '.3~g',
    offset: 10,
  };
}
