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
 * `target` of R: Householder QR of the columns S of R above √ridge·I. Columns are scaled to unit length
 * for the solve and back after it, so the answer does not depend on the units of the columns.
 * @param factor R, row-major columns × columns
 * @param terms columns of A; only the rows above them matter
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
  const rows = terms + (ridge > 0 ? k : 0);
  const scale = new Float64Array(k);
  const a = new Float64Array((k + 1) * rows);
  for (let row = 0; row < terms; row++) a[k * rows + row] = factor[row * columns + target];
  support.forEach((column, j) => {
    let square = 0;
    for (let row = 0; row <= column; row++) square += factor[row * columns + column] ** 2;
    scale[j] = Math.sqrt(square) || 1;
    for (let row = 0; row <= column; row++) {
      a[j * rows + row] = factor[row * columns + column] / scale[j];
    }
    if (ridge > 0) a[j * rows + terms + j] = Math.sqrt(ridge) / scale[j];
  });
  const pivots = triangulate(a, rows, k);
  const coefficients = backSubstitute(a, rows, k, pivots);
  for (let j = 0; j < k; j++) coefficients[j] /= scale[j];
  return { coefficients, dependent: support.filter((_, j) => !pivots.includes(j)) };
}

/** Reduces k columns and the right-hand side (column k, column-major) in place; returns the pivots. */
function triangulate(a: Float64Array, rows: number, k: number): number[] {
  const pivots: number[] = [];
  for (let j = 0; j < k; j++) {
    const top = pivots.length;
    const base = j * rows;
    const length = norm(a, base + top, base + rows);
    if (length <= DEPENDENT) continue;
    pivots.push(j);
    const head = a[base + top];
    const pivot = head > 0 ? -length : length;
    a[base + top] = head - pivot;
    const half = -pivot * a[base + top];
    for (let other = j + 1; other <= k; other++) {
      const shift = (other - j) * rows;
      let product = 0;
      for (let i = base + top; i < base + rows; i++) product += a[i] * a[i + shift];
      product /= half;
      for (let i = base + top; i < base + rows; i++) a[i + shift] -= product * a[i];
    }
    a[base + top] = pivot;
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
