import type { Encoder, SymmetryScore, Trajectories } from '@noether/contracts';
import type { Columns } from '@noether/datasets';
import { solve } from '@noether/numerics';
import { latentStates } from './latent-states.js';

/**
 * Whether latent states follow known rotations R. When SO(3) acts on them as on vectors, z = c + M R v or
 * c + M Rᵀv for some fixed v and M: linear in the entries of R, and at a constant distance from c. `linear` is
 * R² of the least-squares fit of z by 1 and the entries, adjusted for the number of both.
 */
export async function orientationScore(
  encoder: Encoder,
  centre: Float64Array,
  test: Trajectories,
  { names, values }: Columns,
): Promise<NonNullable<SymmetryScore['orientation']>> {
  const k = encoder.latentDimension;
  const latent = await latentStates(encoder, test);
  const rows = latent.length / k;
  const radii = Float64Array.from({ length: rows }, (_, row) =>
    Math.hypot(...latent.subarray(row * k, (row + 1) * k).map((z, at) => z - centre[at])),
  );
  const mean = radii.reduce((sum, radius) => sum + radius, 0) / rows;
  const variance = radii.reduce((sum, radius) => sum + (radius - mean) ** 2, 0) / rows;
  return {
    linear: linearShare(values, names.length, latent, k),
    radiusVariation: Math.sqrt(variance) / mean,
  };
}

/** Adjusted R² of y, rows × k, on x, rows × p, and a constant. */
function linearShare(x: Float64Array, p: number, y: Float64Array, k: number): number {
  const rows = y.length / k;
  const terms = p + 1;
  const term = (row: number, at: number): number => (at === p ? 1 : x[row * p + at]);
  const moments = new Float64Array(terms * terms);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < moments.length; at++) {
      moments[at] += term(row, Math.floor(at / terms)) * term(row, at % terms);
    }
  }
  let [left, total] = [0, 0];
  for (let column = 0; column < k; column++) {
    const target = Float64Array.from({ length: rows }, (_, row) => y[row * k + column]);
    const right = Float64Array.from({ length: terms }, (_, at) =>
      target.reduce((sum, value, row) => sum + value * term(row, at), 0),
    );
    const weights = solve(moments, right, terms);
    const mean = right[p] / rows;
    target.forEach((value, row) => {
      const fitted = weights.reduce((sum, weight, at) => sum + weight * term(row, at), 0);
      left += (value - fitted) ** 2;
      total += (value - mean) ** 2;
    });
  }
  return 1 - left / (rows - terms) / (total / (rows - 1));
}
