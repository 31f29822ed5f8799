import { NoetherError } from '@noether/contracts';
import { nonnegativeLeastSquares } from './nonnegative-least-squares.js';

/**
 * The shortest x with Aᵢ·x = aᵢ and Bⱼ·x ≤ bⱼ: the dual least-squares problem of Lawson and Hanson
 * (Solving Least Squares Problems, 1974, ch. 23, LDP), whose residual is zero when nothing satisfies
 * the constraints.
 * @throws NoetherError when the constraints contradict each other
 */
export function leastDistance(
  size: number,
  equalities: readonly Float64Array[],
  equalityBounds: readonly number[],
  inequalities: readonly Float64Array[],
  inequalityBounds: readonly number[],
): Float64Array {
  const rows = [...equalities, ...inequalities];
  const bounds = [...equalityBounds, ...inequalityBounds];
  if (rows.length === 0) return new Float64Array(size);
  const unmet = rows.some(
    (row, at) =>
      row.every((value) => value === 0) &&
      (at < equalities.length ? bounds[at] !== 0 : bounds[at] < 0),
  );
  if (unmet) throw contradiction();
  const unit = lengthScale(rows, bounds, equalities.length);
  if (unit === 0) return new Float64Array(size);
  const columns = rows.map((row, index) => {
    const scale = Math.hypot(...row, bounds[index] / unit) || 1;
    return Float64Array.of(...row.map((value) => -value / scale), -bounds[index] / unit / scale);
  });
  const f = new Float64Array(size + 1);
  f[size] = 1;
  const free = new Set(equalities.keys());
  const dual = nonnegativeLeastSquares(columns, f, free);
  const residual = f.map((value, at) =>
    columns.reduce((left, column, j) => left - column[at] * dual[j], value),
  );
  if (Math.hypot(...residual) < 1e-9) {
    throw contradiction();
  }
  return residual.subarray(0, size).map((value) => (-value / residual[size]) * unit);
}

function contradiction(): NoetherError {
  return new NoetherError('The constraints contradict each other: no coefficients satisfy all.', {
    code: 'infeasible',
    argument: 'constraints',
    hint: 'Take one away or loosen a bound; a coefficient that is excluded is 0.',
  });
}

/** The largest distance of the origin from one constraint; 0 when it satisfies all. */
function lengthScale(
  rows: readonly Float64Array[],
  bounds: readonly number[],
  equalities: number,
): number {
  const distances = rows.map((row, index) => {
    const missed = index < equalities ? Math.abs(bounds[index]) : Math.max(0, -bounds[index]);
    return missed === 0 ? 0 : missed / (Math.hypot(...row) || Number.MIN_VALUE);
  });
  return Math.max(...distances);
}
