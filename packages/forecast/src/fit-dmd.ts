import { NoetherError } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';

/** An affine map x ↦ Ax + b. */
export interface AffineMap {
  /** A, row-major d × d. */
  readonly matrix: Float64Array;
  /** b, length d. */
  readonly offset: Float64Array;
}

/** Weight of the ridge against the length of a column: only directions without data feel it. */
const RIDGE = 1e-8;

/**
 * Dynamic mode decomposition with a constant (Schmid, J. Fluid Mech. 656, 2010): the affine map with
 * least Σ |x(row + every) − A x(row) − b|² over all rows of all trajectories. Directions in which the data
 * do not move get a zero coefficient.
 * @param paths states of the trajectories, each row-major rows × dimension, equally spaced in time
 * @param every rows between a state and the state it is mapped to
 * @throws NoetherError when no trajectory has more than `every` rows
 */
export function fitDmd(paths: readonly Float64Array[], dimension: number, every = 1): AffineMap {
  const d = dimension;
  const columns = 2 * d + 1;
  const qr = streamingQr(columns);
  const row = new Float64Array(columns);
  const squares = new Float64Array(d + 1);
  let pairs = 0;
  for (const path of paths) {
    for (let at = 0; at + every * d < path.length; at += d, pairs++) {
      row.set(path.subarray(at, at + d));
      row[d] = 1;
      row.set(path.subarray(at + every * d, at + (every + 1) * d), d + 1);
      for (let column = 0; column <= d; column++) squares[column] += row[column] ** 2;
      qr.push(row, 1);
    }
  }
  if (pairs === 0) {
    throw new NoetherError(`No trajectory has more than ${every} rows.`, {
      code: 'too-few-rows',
      argument: 'paths',
      value: every,
      hint: 'Give longer trajectories or a smaller `every`.',
    });
  }
  for (let column = 0; column <= d; column++) {
    row.fill(0)[column] = RIDGE * Math.sqrt(squares[column] || 1);
    qr.push(row, 1);
  }
  return solved(qr.factor(), d);
}

/** Back substitution in R = [R₁₁ R₁₂; 0 R₂₂]: (A b)ᵀ = R₁₁⁻¹ R₁₂. */
function solved(factor: Float64Array, d: number): AffineMap {
  const columns = 2 * d + 1;
  const matrix = new Float64Array(d * d);
  const offset = new Float64Array(d);
  const solution = new Float64Array(d + 1);
  for (let target = 0; target < d; target++) {
    for (let row = d; row >= 0; row--) {
      let value = factor[row * columns + d + 1 + target];
      for (let column = row + 1; column <= d; column++) {
        value -= factor[row * columns + column] * solution[column];
      }
      solution[row] = value / factor[row * columns + row];
    }
    matrix.set(solution.subarray(0, d), target * d);
    offset[target] = solution[d];
  }
  return { matrix, offset };
}
