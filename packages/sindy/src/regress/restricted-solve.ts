/** A least-squares solution on some of the columns. */
export interface RestrictedSolution {
  /** One coefficient per column of the support, in its order. */
  readonly coefficients: Float64Array;
  /** Columns of the support that depend linearly on earlier ones; their coefficient is 0. */
  readonly dependent: readonly number[];
}

/** A column whose part outside the span of the earlier ones is smaller than this is dependent. */
const DEPENDENT = 1e-12;

/**
 * Minimises |A_S w − y|² + ridge·|w|², where R is the triangular factor of [A | Y] and y the column
 * `target` of R: Householder QR of the columns S of R and the rows of √ridge·I. Columns are scaled to unit length
 * for the solve and back after it, so the answer does not depend on the units of the columns.
 * @param factor R, row-major columns × columns
 * @param terms columns of A; only the rows above them matter
 * @param support S, increasing
 */
export function restrictedSolve(
  factor: Float64Array,
  terms: number,
  support: readonly number[],
  target: number,
  ridge: number,
): RestrictedSolution {
  const columns = Math.sqrt(factor.length);
  const k = support.length;
  // Row j of √ridge·I stands right below the last row of R that column j reaches: a staircase.
  const below = ridge > 0 ? 1 : 0;
  const rows = terms + below * k;
  const scale = new Float64Array(k);
  const a = new Float64Array((k + 1) * rows);
  const ends = support.map((column, j) => column + 1 + below * (j + 1));
  let stair = 0;
  for (let row = 0; row < terms; row++) {
    const at = row + below * stair;
    a[k * rows + at] = factor[row * columns + target];
    for (let j = stair; j < k; j++) {
      const value = factor[row * columns + support[j]];
      a[j * rows + at] = value;
      scale[j] += value * value;
    }
    if (support[stair] === row) stair++;
  }
  for (let j = 0; j < k; j++) {
    scale[j] = Math.sqrt(scale[j]) || 1;
    for (let at = j * rows; at < j * rows + ends[j]; at++) a[at] /= scale[j];
    if (ridge > 0) a[j * rows + ends[j] - 1] = Math.sqrt(ridge) / scale[j];
  }
  const pivots = triangulate(a, rows, ends);
  const coefficients = backSubstitute(a, rows, k, pivots);
  for (let j = 0; j < k; j++) coefficients[j] /= scale[j];
  return { coefficients, dependent: support.filter((_, j) => !pivots.includes(j)) };
}

/**
 * Reduces the columns and the right-hand side (the last column, column-major) in place; returns the pivots.
 * @param ends below which row each column is zero; they increase
 */
function triangulate(a: Float64Array, rows: number, ends: readonly number[]): number[] {
  const pivots: number[] = [];
  for (const [j, height] of ends.entries()) {
    const start = j * rows + pivots.length;
    const end = j * rows + height;
    const length = norm(a, start, end);
    if (length <= DEPENDENT) continue;
    pivots.push(j);
    const head = a[start];
    if (end === start + 1) continue;
    const pivot = head > 0 ? -length : length;
    a[start] = head - pivot;
    const half = -pivot * a[start];
    for (let other = j + 1; other <= ends.length; other++) {
      const shift = (other - j) * rows;
      let product = 0;
      for (let i = start; i < end; i++) product += a[i] * a[i + shift];
      product /= half;
      for (let i = start; i < end; i++) a[i + shift] -= product * a[i];
    }
    a[start] = pivot;
  }
  return pivots;
}

function backSubstitute(
  a: Float64Array,
  rows: number,
  k: number,
  pivots: readonly number[],
): Float64Array {
  const solution = new Float64Array(k);
  for (let rank = pivots.length - 1; rank >= 0; rank--) {
    let value = a[k * rows + rank];
    for (const j of pivots.slice(rank + 1)) value -= a[j * rows + rank] * solution[j];
    solution[pivots[rank]] = value / a[pivots[rank] * rows + rank];
  }
  return solution;
}

function norm(a: Float64Array, from: number, to: number): number {
  let square = 0;
  for (let i = from; i < to; i++) square += a[i] * a[i];
  return Math.sqrt(square);
}
