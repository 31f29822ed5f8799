import type { Complex } from '@noether/numerics';
import type { ComplexMatrix } from './haar-unitary.js';

/** The determinant of a complex n × n matrix, by elimination with partial pivoting. */
export function complexDeterminant(matrix: ComplexMatrix, n: number): Complex {
  const [re, im] = [matrix.re.slice(), matrix.im.slice()];
  let result: Complex = { re: 1, im: 0 };
  for (let column = 0; column < n; column++) {
    let pivot = column;
    const size = (row: number): number => Math.hypot(re[row * n + column], im[row * n + column]);
    for (let row = column + 1; row < n; row++) if (size(row) > size(pivot)) pivot = row;
    const [x, y] = [re[pivot * n + column], im[pivot * n + column]];
    const square = x * x + y * y;
    if (square === 0) return { re: 0, im: 0 };
    const sign = pivot === column ? 1 : -1;
    result = {
      re: sign * (result.re * x - result.im * y),
      im: sign * (result.re * y + result.im * x),
    };
    swapRows(re, n, column, pivot);
    swapRows(im, n, column, pivot);
    for (let row = column + 1; row < n; row++) {
      const [a, b] = [re[row * n + column], im[row * n + column]];
      const u = (a * x + b * y) / square;
      const v = (b * x - a * y) / square;
      for (let index = column; index < n; index++) {
        const [p, q] = [re[column * n + index], im[column * n + index]];
        re[row * n + index] -= u * p - v * q;
        im[row * n + index] -= u * q + v * p;
      }
    }
  }
  return result;
}

function swapRows(matrix: Float64Array, n: number, first: number, second: number): void {
  if (first === second) return;
  const kept = matrix.slice(first * n, first * n + n);
  matrix.copyWithin(first * n, second * n, second * n + n);
  matrix.set(kept, second * n);
}
