import type { EquationData } from '../equation-data.js';
import type { Library } from '../library/library.js';

/** A regression problem by rows, for what cannot do with the triangular factor. */
export interface RegressionRows {
  /** Row-major rows × terms. */
  readonly theta: Float64Array;
  /** Row-major rows × targets. */
  readonly target: Float64Array;
  readonly rows: number;
}

/** The rows √w·[Θ(X) | Ẋ] of some data, all in memory. */
export function regressionRows(library: Library, data: EquationData): RegressionRows {
  const { names, velocities, weights } = data;
  const [p, d] = [library.terms.length, names.length];
  const rows = velocities.length / d;
  const theta = new Float64Array(rows * p);
  library.evaluate(data.states, 0, rows, theta);
  if (!weights) return { theta, target: velocities, rows };
  const roots = weights.map(Math.sqrt);
  return {
    theta: theta.map((value, at) => value * roots[Math.floor(at / p)]),
    target: velocities.map((value, at) => value * roots[Math.floor(at / d)]),
    rows,
  };
}
