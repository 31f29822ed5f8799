import { type BlockQr, blockQr } from '@noether/numerics';
import type { Library } from '../library/library.js';
import { compileColumns } from '../terms/compile-columns.js';
import { functionTable } from '../terms/function-table.js';
import { checkRows } from './check-rows.js';
import { momentsOf, type Moments } from './moments.js';

/** Rows of data: states and the velocities to explain, row-major, weights of the squared residuals. */
export interface DataRows {
  readonly states: Float64Array;
  readonly velocities: Float64Array;
  readonly weights?: Float64Array | undefined;
  /** The number of the first row within the whole data, for messages; 0 when left out. */
  readonly firstRow?: number;
}

/** All that a regression can learn from some rows. */
export interface RowFactor {
  /** R of √w·[Θ(X) | Ẋ], row-major (p + d)². */
  readonly factor: Float64Array;
  readonly moments: Moments;
}

/** Reduces the rows [from, from + count) of the data. */
export type RowFactoring = (data: DataRows, from: number, count: number) => RowFactor;

/**
 * Makes ready the reduction of rows to their triangular factor: blocks of terms, column by column, go
 * through `blockQr`.
 * @param sides the left sides of the equations, for messages
 */
export function rowFactoring(
  { terms, functions, variables }: Pick<Library, 'terms' | 'functions' | 'variables'>,
  sides: readonly string[],
): RowFactoring {
  const p = terms.length;
  const d = sides.length;
  const qr = sharedQr(p + d);
  const { block, stride, height } = qr;
  const columns = compileColumns(terms, variables.length, functionTable(functions), height);

  const fill = ({ states, velocities, weights }: DataRows, from: number, count: number): void => {
    columns.evaluate(states, from, count, block, stride);
    for (let target = 0; target < d; target++) {
      const start = (p + target) * stride;
      for (let row = 0; row < count; row++) {
        block[start + row] = velocities[(from + row) * d + target];
      }
    }
    if (!weights) return;
    for (let row = 0; row < count; row++) {
      const scale = Math.sqrt(weights[from + row]);
      for (let column = 0; column < p + d; column++) block[column * stride + row] *= scale;
    }
  };
  return (data, from, count) => {
    qr.clear();
    for (let done = 0; done < count; done += height) {
      const rows = Math.min(height, count - done);
      fill(data, from + done, rows);
      qr.absorb(rows);
    }
    const factor = qr.factor();
    if (!factor.every(Number.isFinite)) checkRows(data, variables, sides, from, count);
    return { factor, moments: momentsOf(data, d, from, count) };
  };
}

const shared = new Map<number, BlockQr>();

/**
 * One factorisation for each width, since every WebAssembly memory takes up gigabytes of addresses. Who
 * uses it clears it first and leaves it before anybody else can run.
 */
export function sharedQr(columns: number): BlockQr {
  const known = shared.get(columns) ?? blockQr(columns);
  shared.set(columns, known);
  return known;
}
