import { streamingQr } from '@noether/numerics';
import { triangularSolve } from '../regress/triangular-solve.js';

/**
 * min |E u − f| with u_j ≥ 0 for the columns that are not free: the active-set method of Lawson and
 * Hanson (Solving Least Squares Problems, 1974, ch. 23), each passive set solved by QR.
 * @param columns the columns of E
 * @param free columns whose u may have any sign
 */
export function nonnegativeLeastSquares(
  columns: readonly Float64Array[],
  f: Float64Array,
  free: ReadonlySet<number>,
): Float64Array {
  const solution = new Float64Array(columns.length);
  let passive = [...free].sort((a, b) => a - b);
  if (passive.length > 0) {
    scatter(solution, passive, solveOn(columns, f, passive));
  }
  for (let round = 0; round < 10 * columns.length + 10; round++) {
    const residual = f.map((value, at) =>
      columns.reduce((left, column, j) => left - column[at] * solution[j], value),
    );
    const gains = columns.map((column, j) =>
      passive.includes(j) ? -Infinity : cosine(column, residual),
    );
    const best = gains.indexOf(Math.max(...gains));
    if (columns.length === 0 || !(gains[best] > 1e-12)) break;
    passive = [...passive, best].sort((a, b) => a - b);
    passive = settle(columns, f, passive, free, solution);
  }
  return solution;
}

/** Solves on the passive set and steps back to the bounds until all that must be are positive. */
function settle(
  columns: readonly Float64Array[],
  f: Float64Array,
  start: readonly number[],
  free: ReadonlySet<number>,
  solution: Float64Array,
): number[] {
  let passive = [...start];
  for (;;) {
    const trial = solveOn(columns, f, passive);
    const blocked = passive.flatMap((j, place) =>
      trial[place] <= 0 && !free.has(j) ? [{ j, place }] : [],
    );
    if (blocked.length === 0) {
      solution.fill(0);
      scatter(solution, passive, trial);
      return passive;
    }
    const step = Math.min(
      ...blocked.map(({ j, place }) => solution[j] / (solution[j] - trial[place] || 1)),
    );
    passive.forEach((j, place) => (solution[j] += step * (trial[place] - solution[j])));
    const leaving = blocked.filter(({ j }) => solution[j] <= 1e-14).map(({ j }) => j);
    for (const j of leaving) solution[j] = 0;
    passive = passive.filter((j) => !leaving.includes(j));
  }
}

function solveOn(
  columns: readonly Float64Array[],
  f: Float64Array,
  passive: readonly number[],
): Float64Array {
  const size = passive.length + 1;
  const qr = streamingQr(size);
  for (let at = 0; at < f.length; at++) {
    qr.push(Float64Array.of(...passive.map((j) => columns[j][at]), f[at]), 1);
  }
  return triangularSolve(qr.factor(), size, passive.length, passive.length, 1);
}

function scatter(target: Float64Array, places: readonly number[], values: Float64Array): void {
  places.forEach((j, place) => (target[j] = values[place]));
}

function cosine(a: Float64Array, b: Float64Array): number {
  const product = a.reduce((sum, value, at) => sum + value * b[at], 0);
  return product === 0 ? 0 : product / Math.hypot(...a);
}
