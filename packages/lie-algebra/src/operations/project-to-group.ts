import { identity, inverse, multiply, randomStream } from '@noether/numerics';
import { NoetherError } from '@noether/contracts';
import { checkFinite } from '../check-finite.js';
import { combine } from '../combine.js';
import { countRows } from '../count-rows.js';
import type { Group } from '../group.js';
import { nearestLog } from '../generic-log.js';
import { showMatrix } from '../show-matrix.js';
import { vee } from './wedge.js';

/**
 * The elements of the group next to matrices that noise or rounding has moved off it. Where the group
 * has no `project` of its own (rotations have: the polar factor), by Gauss-Newton steps
 * g ← g exp(vee(g⁻¹M − I)) from the given matrix' principal logarithm in the algebra.
 * @param matrices one after the other, not far from the group
 * @throws NoetherError when the length is no multiple of size², a value is not finite, or a matrix is
 *   too far
 */
export function projectToGroup(group: Group, matrices: Float64Array): Float64Array {
  const area = group.size ** 2;
  countRows('matrices', matrices, area, 'one matrix after the other');
  checkFinite('matrices', matrices, area);
  const result = new Float64Array(matrices.length);
  for (let start = 0; start < matrices.length; start += area) {
    const matrix = matrices.subarray(start, start + area);
    try {
      result.set(group.project?.(matrix) ?? iterate(group, matrix), start);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw tooFar(group, matrix, start / area, error);
    }
  }
  return result;
}

function iterate(group: Group, matrix: Float64Array): Float64Array {
  const { size: n } = group;
  const unit = identity(n);
  let element = startNear(group, matrix);
  for (let step = 0; step < 100; step++) {
    const apart = multiply(inverse(element, n), matrix, n, n, n);
    const move = vee(
      group,
      apart.map((entry, index) => entry - unit[index]),
    );
    element = multiply(element, group.exp(move), n, n, n);
    const length = Math.hypot(...combine(group.generators, move));
    if (length < 1e-14) return element;
    if (!(length < 1e3)) break;
  }
  throw new RangeError('the steps towards the group do not end');
}

/**
 * An element to start from: exp of the principal logarithm in the algebra, and where that is none or far
 * off, as next to rotations by π, A exp(log A⁻¹M) of some elements A.
 */
function startNear(group: Group, matrix: Float64Array): Float64Array {
  const { size: n } = group;
  const random = randomStream('starts');
  const drawn = new Float64Array(group.dimension);
  let [best, least] = [identity(n), Infinity];
  for (let attempt = 0; attempt < 16 && least > 0.03; attempt++) {
    const first = group.exp(drawn);
    const way = nearestLog(group, multiply(inverse(first, n), matrix, n, n, n));
    if (way && way.rest < least) {
      [best, least] = [multiply(first, group.exp(way.coefficients), n, n, n), way.rest];
    }
    random.fillNormal(drawn);
    const scale = (0.4 * (attempt + 1)) / Math.hypot(...combine(group.generators, drawn));
    drawn.forEach((entry, index) => (drawn[index] = scale * entry));
  }
  if (least < Infinity) return best;
  throw new RangeError('no element next to it was found');
}

function tooFar(group: Group, matrix: Float64Array, index: number, cause: Error): NoetherError {
  const shown = showMatrix(matrix, group.size);
  return new NoetherError(
    `matrices, matrix ${index}: ${shown} is too far from ${group.name} to find an element next to it (${cause.message.replace(/\.$/, '')}).`,
    { code: 'too-far-from-group', argument: 'matrices', value: matrix, cause },
  );
}
