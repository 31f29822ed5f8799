import { streamingQr } from '@noether/numerics';
import { leastSquares } from './least-squares.js';

/** Columns of which less than this share of the square is new are made of the chosen ones. */
const NEW = 1e-10;

/** What {@link selectTerms} finds. */
export interface SelectedTerms {
  /** Ξ, row-major p × k, 0 for every term that was not chosen. */
  readonly coefficients: Float64Array;
  /** ‖Y − Θ Ξ‖² / ‖Y‖². */
  readonly unexplained: number;
}

/**
 * The `most` terms of each equation that explain most, by orthogonal forward selection: one term after the
 * other, each time the one that takes most away from what is left of ‖Y − Θ Ξ‖² (Chen, Billings and Luo,
 * Int. J. Control 50:1873, 1989), then least squares with those chosen.
 * @param theta term values, rows × p
 * @param targets derivatives, rows × k
 */
export function selectTerms(
  theta: Float64Array,
  targets: Float64Array,
  { p, k, most }: { readonly p: number; readonly k: number; readonly most: number },
): SelectedTerms {
  const width = p + k;
  const qr = streamingQr(width);
  const row = new Float64Array(width);
  for (let at = 0; at * p < theta.length; at++) {
    row.set(theta.subarray(at * p, at * p + p));
    row.set(targets.subarray(at * k, at * k + k), p);
    qr.push(row, 1);
  }
  const r = qr.factor();
  const column = (at: number): Float64Array =>
    Float64Array.from({ length: width }, (_, index) => r[index * width + at]);
  const columns = Array.from({ length: p }, (_, at) => column(at));
  const coefficients = new Float64Array(p * k);
  let [squares, left] = [0, 0];
  for (let equation = 0; equation < k; equation++) {
    const target = column(p + equation);
    const { chosen, rest } = forwardSelection(columns, target, most);
    squares += product(target, target);
    left += rest;
    const some = Float64Array.from({ length: width * chosen.length }, (_, at) => {
      const [index, place] = [Math.floor(at / chosen.length), at % chosen.length];
      return columns[chosen[place]][index];
    });
    const fitted = leastSquares(some, target, { rows: width, p: chosen.length, m: 1 });
    chosen.forEach((term, place) => (coefficients[term * k + equation] = fitted[place]));
  }
  return { coefficients, unexplained: left / squares };
}

/** At most `most` columns, in rising order, and the square of what they leave of the target. */
function forwardSelection(
  columns: readonly Float64Array[],
  target: Float64Array,
  most: number,
): { readonly chosen: readonly number[]; readonly rest: number } {
  const left = columns.map((column) => column.slice());
  const rest = target.slice();
  const lengths = columns.map((column) => product(column, column));
  const chosen: number[] = [];
  while (chosen.length < Math.min(most, columns.length)) {
    const gains = left.map((column, at) => {
      const square = product(column, column);
      return square > NEW * lengths[at] ? product(column, rest) ** 2 / square : 0;
    });
    const best = gains.indexOf(Math.max(...gains));
    if (!(gains[best] > 0)) break;
    chosen.push(best);
    const direction = left[best].slice();
    for (const other of [...left, rest]) removePart(other, direction);
  }
  return { chosen: chosen.sort((a, b) => a - b), rest: product(rest, rest) };
}

function removePart(vector: Float64Array, direction: Float64Array): void {
  const factor = product(vector, direction) / product(direction, direction);
  direction.forEach((value, at) => (vector[at] -= factor * value));
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}
