import { determinant, identity, sqrtm, symmetricEigen } from '@noether/numerics';
import { checkGenerators } from './check-generators.js';
import { invariantForm } from './invariant-form.js';

/** Share of ‖L‖ that a learned L may be off: with a small real eigenvalue an axis is preserved as well as a plane. */
const TOLERANCE = 0.05;

/**
 * Coordinates z' = R z in which exp(tL) is orthogonal, that is, R L R⁻¹ is skew-symmetric: R = S^½
 * with S the positive definite form that L preserves, scaled to determinant 1 so that volumes stay.
 * Of all such coordinates these are the closest to z. L may be off by 5 % of its norm; R L R⁻¹ is then
 * skew-symmetric but for that. The identity when L preserves no definite form
 * (it stretches, or does nothing). Of several generators all become skew-symmetric, when they
 * preserve a definite form in common, as those of a compact group do.
 * @param generators L or several, row-major n × n
 * @param tolerance in place of these 5 %
 * @returns R, row-major n × n, symmetric
 */
export function orthogonalCoordinates(
  generators: Float64Array | readonly Float64Array[],
  n: number,
  tolerance: number = TOLERANCE,
): Float64Array {
  const stack = generators instanceof Float64Array ? [generators] : generators;
  checkGenerators(stack, n);
  if (stack.every((generator) => generator.every((entry) => entry === 0))) return identity(n);
  const form = invariantForm(stack, n, tolerance);
  const { values } = symmetricEigen(form, n);
  if (values[0] < 1e-3 * values[n - 1]) return identity(n);
  const volume = determinant(form, n) ** (1 / n);
  return sqrtm(
    form.map((entry) => entry / volume),
    n,
  );
}
