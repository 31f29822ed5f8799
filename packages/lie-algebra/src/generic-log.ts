import { NoetherError } from '@noether/contracts';
import { identity, logm, multiply, randomStream, solve, transpose } from '@noether/numerics';
import { combine } from './combine.js';
import { coordinates } from './coordinates.js';
import type { Group } from './group.js';
import { leftJacobian } from './operations/left-jacobian.js';

type Algebra = Pick<Group, 'generators' | 'size' | 'dimension' | 'exp'>;

/** Coefficients w and the largest entry of g exp(−w) − I, which they leave. */
export interface NearLog {
  readonly coefficients: Float64Array;
  readonly rest: number;
}

/**
 * The coordinates w of log g: those of the principal matrix logarithm, and where there is none in the
 * algebra, as for some rotations by π and elements of SU(3), the shortest of some others.
 * @throws RangeError when none is found
 */
export function genericLog(group: Algebra, element: Float64Array): Float64Array {
  const principal = nearestLog(group, element);
  if (principal && principal.rest < 1e-8) return principal.coefficients;
  const others = detours(group, element);
  const [best] = principal ? [...others, principal] : others;
  if (!best) throw new RangeError('No element of the algebra was found that exp takes to it.');
  return best.coefficients;
}

/**
 * The coordinates of the principal matrix logarithm after Newton steps; null when there is none. They
 * stand for an element next to `element` when that lies off the group.
 */
export function nearestLog(group: Algebra, element: Float64Array): NearLog | null {
  try {
    return refined(group, element, coordinates(group.generators, [logm(element, group.size)]));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Newton steps w ← w + J(w)⁻¹ vee(g exp(−w) − I) with the left Jacobian J. Next to a rotation by π the
 * logarithm of a matrix loses half of its digits, within the algebra it need not: the steps bring them
 * back.
 */
function refined(group: Algebra, element: Float64Array, start: Float64Array): NearLog {
  const { generators, dimension: c } = group;
  let best = start;
  let apart = remainder(group, element, best);
  for (let step = 0; step < 6; step++) {
    const size = largest(apart);
    if (size < 1e-15 || !(size < 0.3)) break;
    const move = solve(leftJacobian(group, best), coordinates(generators, [apart]), c);
    const candidate = best.map((entry, index) => entry + move[index]);
    const left = remainder(group, element, candidate);
    if (!(largest(left) < size)) break;
    [best, apart] = [candidate, left];
  }
  return { coefficients: best, rest: largest(apart) };
}

/** Logarithms by several ways through the group, the shortest first; rotations are tried before all. */
function detours(group: Algebra, element: Float64Array): NearLog[] {
  const random = randomStream('detours');
  const found: NearLog[] = [];
  for (let attempt = 0; attempt < 12 && found.length < 3; attempt++) {
    const drawn = random.fillNormal(new Float64Array(group.dimension));
    const start = attempt < 4 ? skewPart(group, drawn) : drawn;
    const scale = [0.3, 1, 2][attempt % 3] / Math.max(1e-3, Math.hypot(...start));
    try {
      const end = followed(
        group,
        element,
        start.map((entry) => scale * entry),
      );
      if (end) found.push(end);
    } catch (error) {
      // exp is singular on the way, or overflows: the next attempt takes another.
      if (!(error instanceof RangeError || error instanceof NoetherError)) throw error;
    }
  }
  const length = ({ coefficients }: NearLog): number =>
    Math.hypot(...combine(group.generators, coefficients));
  return found.sort((a, b) => length(a) - length(b));
}

/** The coefficients of (A − Aᵀ)/2, or of what the algebra has next to it. */
function skewPart({ generators, size: n }: Algebra, coefficients: Float64Array): Float64Array {
  const matrix = combine(generators, coefficients);
  const mirrored = transpose(matrix, n, n);
  return coordinates(generators, [matrix.map((entry, index) => (entry - mirrored[index]) / 2)]);
}

/** The logarithm that the one of exp(start) becomes on the way exp(start) exp(tu) to the element. */
function followed(group: Algebra, element: Float64Array, start: Float64Array): NearLog | null {
  const { size: n } = group;
  const first = group.exp(start);
  const back = group.exp(start.map((entry) => -entry));
  const way = nearestLog(group, multiply(back, element, n, n, n));
  if (!way || way.rest > 1e-8) return null;
  const steps = Math.min(200, Math.ceil(8 * Math.hypot(...way.coefficients)) + 1);
  let last = start;
  for (let step = 1; step <= steps; step++) {
    const shift = group.exp(way.coefficients.map((entry) => (entry * step) / steps));
    const next = refined(group, multiply(first, shift, n, n, n), last);
    if (next.rest > 1e-8) return null;
    last = next.coefficients;
  }
  const end = refined(group, element, last);
  return end.rest < 1e-8 ? end : null;
}

function remainder(
  group: Algebra,
  element: Float64Array,
  coefficients: Float64Array,
): Float64Array {
  const { size: n } = group;
  const unit = identity(n);
  const back = group.exp(coefficients.map((entry) => -entry));
  return multiply(element, back, n, n, n).map((entry, index) => entry - unit[index]);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
