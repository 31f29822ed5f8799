import { setWideSquares } from './wide-squares.js';

/** Columns from which it pays to make the WebAssembly of {@link setWideSquares}. */
const WIDE = 32;

/** The Euclidean distances |aᵢ − bⱼ| of all rows, row-major n × m; half of the work when `b` is `a`. */
export function distances(a: Float64Array, b: Float64Array, d: number): Float64Array {
  const [n, m] = [a.length / d, b.length / d];
  const table = new Float64Array(n * m);
  if (d >= WIDE) setWideSquares(table, a, b, d);
  else setSquares(table, a, b, d);
  for (let i = 0; i < n; i++) {
    const end = a === b ? i + 1 : m;
    for (let j = 0; j < end; j++) {
      const distance = Math.sqrt(table[i * m + j]);
      table[i * m + j] = distance;
      if (a === b) table[j * m + i] = distance;
    }
  }
  return table;
}

function setSquares(table: Float64Array, a: Float64Array, b: Float64Array, d: number): void {
  const [n, m] = [a.length / d, b.length / d];
  for (let i = 0; i < n; i += 2) {
    const end = a === b ? Math.min(i + 2, m) : m;
    for (let j = 0; j < end; j += 2) setFour(table, a, b, d, i, j);
  }
}

/** The squares of two rows of each: four sums that do not wait for one another. A last row without a second one counts as both. */
function setFour(
  table: Float64Array,
  a: Float64Array,
  b: Float64Array,
  d: number,
  i: number,
  j: number,
): void {
  const m = b.length / d;
  const [i2, j2] = [Math.min(i + 1, a.length / d - 1), Math.min(j + 1, m - 1)];
  let [s11, s12, s21, s22] = [0, 0, 0, 0];
  for (let k = 0; k < d; k++) {
    const a1 = a[i * d + k];
    const a2 = a[i2 * d + k];
    const b1 = b[j * d + k];
    const b2 = b[j2 * d + k];
    s11 += (a1 - b1) * (a1 - b1);
    s12 += (a1 - b2) * (a1 - b2);
    s21 += (a2 - b1) * (a2 - b1);
    s22 += (a2 - b2) * (a2 - b2);
  }
  table[i * m + j] = s11;
  table[i * m + j2] = s12;
  table[i2 * m + j] = s21;
  table[i2 * m + j2] = s22;
}
