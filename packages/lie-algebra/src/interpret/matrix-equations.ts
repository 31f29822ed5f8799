import { identity, multiply, nullSpace, transpose } from '@noether/numerics';

/** A linear condition on a matrix: maps a row-major n × n matrix to numbers that must vanish. */
export type MatrixEquation = (matrix: Float64Array) => ArrayLike<number>;

/** An orthonormal basis of the n × n matrices that satisfy all linear equations. */
export function solutionsOf(n: number, equations: readonly MatrixEquation[]): Float64Array[] {
  const entries = n * n;
  const elementary = identity(entries);
  const columns = Array.from({ length: entries }, (_, index) => {
    const matrix = elementary.slice(index * entries, (index + 1) * entries);
    return equations.flatMap((equation) => Array.from(equation(matrix)));
  });
  const rows = columns[0].length;
  if (rows === 0)
    return columns.map((_, index) => elementary.slice(index * entries, (index + 1) * entries));
  const system = new Float64Array(rows * entries);
  columns.forEach((column, index) =>
    column.forEach((value, row) => {
      system[row * entries + index] = value;
    }),
  );
  const basis = nullSpace(system, rows, entries);
  return Array.from({ length: basis.length / entries }, (_, index) =>
    basis.slice(index * entries, (index + 1) * entries),
  );
}

/** tr(B X) = 0. */
export function tracelessWith(b: Float64Array, n: number): MatrixEquation {
  const mirrored = transpose(b, n, n);
  return (matrix) => [matrix.reduce((sum, entry, index) => sum + entry * mirrored[index], 0)];
}

/** Xᵀ J + J X = 0: exp(tX) preserves the bilinear form J. */
export function preserves(form: Float64Array, n: number): MatrixEquation {
  return (matrix) => {
    const right = multiply(form, matrix, n, n, n);
    const left = multiply(transpose(matrix, n, n), form, n, n, n);
    return right.map((entry, index) => entry + left[index]);
  };
}

/** Xᵀ J + J X ∝ J for a symmetric or skew J with J² = ± I: exp(tX) scales the form. */
export function scalesForm(form: Float64Array, n: number): MatrixEquation {
  return (matrix) => {
    const rate = (2 * matrix.reduce((sum, e, i) => sum + (i % (n + 1) === 0 ? e : 0), 0)) / n;
    return Float64Array.from(
      preserves(form, n)(matrix),
      (entry, index) => entry - rate * form[index],
    );
  };
}

/** A X = X A. */
export function commutesWith(a: Float64Array, n: number): MatrixEquation {
  return (matrix) => {
    const left = multiply(a, matrix, n, n, n);
    return multiply(matrix, a, n, n, n).map((entry, index) => entry - left[index]);
  };
}

/** The upper left block, without the last row and column, satisfies an equation. */
export function linearPart(equation: MatrixEquation, n: number): MatrixEquation {
  return (matrix) => equation(matrix.filter((_, i) => i % n < n - 1 && i < n * (n - 1)));
}

/** The last row vanishes: X moves the points (x, 1) by an affine map. */
export function affineMap(n: number): MatrixEquation {
  return (matrix) => matrix.slice(n * (n - 1));
}

/** All entries vanish but those for which `keep(row, column)` holds. */
export function supportedOn(
  n: number,
  keep: (row: number, column: number) => boolean,
): MatrixEquation {
  return (matrix) => matrix.filter((_, index) => !keep(Math.floor(index / n), index % n));
}
