import type { Trajectory } from '@noether/contracts';
import { cholesky } from '@noether/numerics';
import { joinedRows } from '../data/joined-rows.js';
import type { Library } from '../library/library.js';
import type { WeakWindow } from './weak-system.js';

/** The least noise that is assumed beside the largest covariance, for its factorisation. */
const FLOOR = 1e-6;

/**
 * The Cholesky factor of the covariance of the residuals of one equation over the windows of one trajectory
 * (Bortz, Messenger and Dukic, Bull. Math. Biol. 85, 2023, "WENDy"): noise ε of the states moves the residual by
 * Σᵢ (w′ᵢ εᵢ + h wᵢ ∇f(xᵢ)·εᵢ), where f is the right-hand side with `coefficients`.
 * @param noise standard deviation of each variable
 * @returns lower triangle, row-major windows²
 */
export function weakNoise(
  item: Trajectory,
  windows: readonly WeakWindow[],
  library: Library,
  equation: number,
  coefficients: Float64Array,
  noise: readonly number[],
): Float64Array {
  const d = noise.length;
  const gradient = gradients(item, library, coefficients, noise);
  const parts = windows.map(({ first, weights: { value, derivative, halfWidth } }) => {
    const part = new Float64Array(value.length * d);
    for (let at = 0; at < value.length; at++) {
      const mass = halfWidth * value[at];
      for (let j = 0; j < d; j++) part[at * d + j] = mass * gradient[(first + at) * d + j];
      part[at * d + equation] += derivative[at] * noise[equation];
    }
    return part;
  });
  const count = windows.length;
  const covariance = new Float64Array(count * count);
  let largest = 0;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      const sum = overlap(parts[a], windows[a].first * d, parts[b], windows[b].first * d);
      covariance[a * count + b] = sum;
      covariance[b * count + a] = sum;
    }
    largest = Math.max(largest, covariance[a * count + a]);
  }
  for (let a = 0; a < count; a++) {
    covariance[a * count + a] += largest > 0 ? FLOOR * largest : 1;
  }
  return cholesky(covariance, count);
}

/** σⱼ ∂f/∂xⱼ at each row, row-major rows × d. */
function gradients(
  item: Trajectory,
  library: Library,
  coefficients: Float64Array,
  noise: readonly number[],
): Float64Array {
  const d = noise.length;
  const columns = library.variables.length;
  const rows = item.times.length;
  const result = new Float64Array(rows * d);
  const used = Array.from(coefficients.keys()).filter((term) => coefficients[term] !== 0);
  if (used.length === 0) return result;
  const joined = joinedRows(item);
  const jacobian = new Float64Array(coefficients.length * columns);
  for (let row = 0; row < rows; row++) {
    library.jacobian(joined.subarray(row * columns, (row + 1) * columns), jacobian);
    for (let j = 0; j < d; j++) {
      let sum = 0;
      for (const term of used) sum += coefficients[term] * jacobian[term * columns + j];
      result[row * d + j] = noise[j] * sum;
    }
  }
  return result;
}

/** Σ of the products where two stretches of one line lie over each other. */
function overlap(a: Float64Array, startA: number, b: Float64Array, startB: number): number {
  const from = Math.max(startA, startB);
  const to = Math.min(startA + a.length, startB + b.length);
  let sum = 0;
  for (let at = from; at < to; at++) sum += a[at - startA] * b[at - startB];
  return sum;
}
