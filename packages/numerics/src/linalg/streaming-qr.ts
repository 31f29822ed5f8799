import { eliminate } from './eliminate.js';

/** A QR factorisation that is fed row by row; see {@link streamingQr}. */
export interface StreamingQr {
  /** Number of rows pushed so far. */
  readonly rows: number;
  /**
   * Appends `count` rows, row-major count × columns.
   * @throws RangeError when `rows` holds fewer numbers
   */
  push(rows: Float64Array, count: number): void;
  /**
   * The upper triangular factor R, row-major columns × columns, with a nonnegative diagonal:
   * RᵀR = AᵀA for the rows A pushed so far. More rows can be pushed afterwards.
   */
  factor(): Float64Array;
}

/**
 * The R factor of a tall matrix that never is in memory as a whole: rows are gathered into blocks of
 * `blockRows` and each block is eliminated against R by Householder reflections (Golub and Van Loan,
 * Matrix Computations, §5.2 and §6.5.2). The condition number enters as κ, not as κ² as with AᵀA.
 * Least squares of [A | y]: the last column of R holds Qᵀy, its last entry the residual norm.
 * @throws RangeError when a size is not a positive integer
 */
export function streamingQr(columns: number, blockRows = 256): StreamingQr {
  if (!(columns >= 1) || !(blockRows >= 1) || !Number.isInteger(columns * blockRows)) {
    throw new RangeError(
      `columns is ${columns} and blockRows is ${blockRows}; give positive integers.`,
    );
  }
  const triangle = new Float64Array(columns * columns);
  // Column by column, so that a reflection walks through consecutive numbers.
  const block = new Float64Array(columns * blockRows);
  let filled = 0;
  let rows = 0;
  const flush = (): void => {
    eliminate(triangle, block, columns, blockRows, filled);
    filled = 0;
  };
  return {
    get rows() {
      return rows;
    },
    push(source, count) {
      if (source.length < count * columns) {
        throw new RangeError(
          `rows has ${source.length} numbers; expected ${count} rows of ${columns}.`,
        );
      }
      for (let row = 0; row < count; row++) {
        for (let column = 0; column < columns; column++) {
          block[column * blockRows + filled] = source[row * columns + column];
        }
        if (++filled === blockRows) flush();
      }
      rows += count;
    },
    factor() {
      flush();
      return withPositiveDiagonal(triangle, columns);
    },
  };
}

function withPositiveDiagonal(triangle: Float64Array, n: number): Float64Array {
  const result = triangle.slice();
  for (let row = 0; row < n; row++) {
    if (result[row * n + row] >= 0) continue;
    for (let column = row; column < n; column++) result[row * n + column] *= -1;
  }
  return result;
}
