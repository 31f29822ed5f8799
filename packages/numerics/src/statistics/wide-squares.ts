/// <reference lib="dom" />
import { assembleWasm } from '../wasm/assemble.js';
import {
  COLUMNS,
  LEFT_ROWS,
  productsKernel,
  RIGHT_ROWS,
  ROW_STRIDE,
  ROWS,
} from './products-kernel.js';

const PAGE = 65_536;
const DOUBLE = 8;
/** Doubles of the rows of one side, and of the table of their pairs. */
const SIDE = ROWS * ROW_STRIDE;
const PAIRS = ROWS * ROWS;
/** |a − b|² over |a|² + |b|² below which it is summed again: products leave rounding of some 1e-15 of the latter. */
const NEAR = 1e-5;

/**
 * Inner products of up to {@link ROWS} rows of both sides from a centre, in a table with as many columns; of a block with
 * itself those on and below the diagonal.
 */
type BlockProducts = (a: Float64Array, b: Float64Array, isSame: boolean) => Float64Array;

/**
 * Sets |aᵢ − bⱼ|² in a row-major n × m table, on and below the diagonal alone when `b` is `a`. As
 * |a|² + |b|² − 2ab from the first row of `b`, in WebAssembly on pairs of doubles, some five times as fast as a loop; rows near to
 * each other, of which that would lose digits, by their differences. Every sum has a fixed order, so every machine finds the same bits.
 */
export function setWideSquares(
  table: Float64Array,
  a: Float64Array,
  b: Float64Array,
  d: number,
): void {
  const [n, m] = [a.length / d, b.length / d];
  const centre = b.subarray(0, d);
  const products = blockProducts(d, centre);
  const left = squaresFrom(centre, a);
  const right = a === b ? left : squaresFrom(centre, b);
  for (let i = 0; i < n; i += ROWS) {
    const height = Math.min(ROWS, n - i);
    const end = a === b ? i + height : m;
    for (let j = 0; j < end; j += ROWS) {
      const width = Math.min(ROWS, m - j);
      const found = products(
        a.subarray(i * d, (i + height) * d),
        b.subarray(j * d, (j + width) * d),
        a === b && i === j,
      );
      for (let row = i; row < i + height; row++) {
        const last = a === b ? Math.min(j + width, row + 1) : j + width;
        for (let column = j; column < last; column++) {
          const both = left[row] + right[column];
          const square = both - 2 * found[(row - i) * ROWS + column - j];
          table[row * m + column] =
            square > NEAR * both ? square : squareOf(a, row * d, b, column * d, d);
        }
      }
    }
  }
}

/** |r − c|² of every row r. */
function squaresFrom(centre: Float64Array, rows: Float64Array): Float64Array {
  const d = centre.length;
  return Float64Array.from({ length: rows.length / d }, (_, row) =>
    squareOf(rows, row * d, centre, 0, d),
  );
}

/** |a − b|² of the d numbers from two places on. */
function squareOf(a: Float64Array, i: number, b: Float64Array, j: number, d: number): number {
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const difference = a[i + k] - b[j + k];
    sum += difference * difference;
  }
  return sum;
}

function blockProducts(d: number, centre: Float64Array): BlockProducts {
  const pages = Math.ceil((DOUBLE * (2 * SIDE + PAIRS)) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  const module = new WebAssembly.Module(assembleWasm([productsKernel]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { addProducts } = exports as unknown as {
    addProducts(a: number, b: number, end: number, out: number): void;
  };
  const [left, right] = [0, SIDE].map((at) => new Float64Array(memory.buffer, DOUBLE * at, SIDE));
  const pairs = new Float64Array(memory.buffer, DOUBLE * 2 * SIDE, PAIRS);
  return (a, b, isSame) => {
    pairs.fill(0);
    for (let from = 0; from < d; from += COLUMNS) {
      const to = Math.min(from + COLUMNS, d);
      copyColumns(a, centre, from, to, left);
      copyColumns(b, centre, from, to, right);
      const bytes = 2 * DOUBLE * Math.ceil((to - from) / 2);
      for (let i = 0; i < a.length / d; i += LEFT_ROWS) {
        const row = DOUBLE * i * ROW_STRIDE;
        const end = isSame ? Math.min(i + LEFT_ROWS, b.length / d) : b.length / d;
        for (let j = 0; j < end; j += RIGHT_ROWS) {
          const other = DOUBLE * (SIDE + j * ROW_STRIDE);
          addProducts(row, other, row + bytes, DOUBLE * (2 * SIDE + i * ROWS + j));
        }
      }
    }
    return pairs;
  };
}

/** Columns [from, to) of all rows, from the centre on, with a zero after them. */
function copyColumns(
  rows: Float64Array,
  centre: Float64Array,
  from: number,
  to: number,
  target: Float64Array,
): void {
  const d = centre.length;
  for (let row = 0; row < rows.length / d; row++) {
    const start = row * ROW_STRIDE - from;
    for (let k = from; k < to; k++) target[start + k] = rows[row * d + k] - centre[k];
    target[start + to] = 0;
  }
}
