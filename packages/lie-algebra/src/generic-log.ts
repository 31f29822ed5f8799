import { identity, logm, multiply, solve } from '@noether/numerics';
import { coordinates } from './coordinates.js';
import type { Group } from './group.js';
import { leftJacobian } from './operations/left-jacobian.js';

/**
 * The coordinates w of log g: those of the principal matrix logarithm, then Newton steps
 * w ← w + J(w)⁻¹ vee(g exp(−w) − I) with the left Jacobian J. Next to a rotation by π the logarithm of a
 * matrix loses half of its digits, within the algebra it need not: the steps bring them back.
 * @throws RangeError when g has no principal logarithm
 */
export function genericLog(
  group: Pick<Group, 'generators' | 'size' | 'dimension' | 'exp'>,
  element: Float64Array,
): Float64Array {
  const { generators, size: n, dimension: c } = group;
  const unit = identity(n);
  let best = coordinates(generators, [logm(element, n)]);
  let apart = remainder(best);
  for (let step = 0; step < 4; step++) {
    const size = largest(apart);
    if (size < 1e-15 || size > 0.1) break;
    const move = solve(leftJacobian(group, best), coordinates(generators, [apart]), c);
    const candidate = best.map((entry, index) => entry + move[index]);
    const left = remainder(candidate);
    if (!(largest(left) < size)) break;
    [best, apart] = [candidate, left];
  }
  return best;

  function remainder(coefficients: Float64Array): Float64Array {
    const back = group.exp(coefficients.map((entry) => -entry));
    return multiply(element, back, n, n, n).map((entry, index) => entry - unit[index]);
  }
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
