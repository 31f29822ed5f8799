import type { Group } from '@noether/lie-algebra';
import { multiply, randomStream } from '@noether/numerics';
import { hasNoLogarithm } from './has-no-logarithm.js';
import { difference } from './residual.js';

/**
 * Whether an element is connected to I: for some h of the group near I, element · h has a logarithm
 * in the algebra. Without h, a rotation by π would have none that is principal.
 */
export function isReachable(group: Group, element: Float64Array): boolean {
  const { size: n, dimension, exp, log } = group;
  const random = randomStream(`${group.name} reached`);
  for (let attempt = 0; attempt < 40; attempt++) {
    const scale = [0, 0.1, 0.5][attempt % 3];
    const step = random.fillNormal(new Float64Array(dimension)).map((entry) => scale * entry);
    const moved = multiply(element, exp(step), n, n, n);
    try {
      if (difference(exp(log(moved)), moved) < 1e-8) return true;
    } catch (error) {
      // No logarithm: the next attempt is another element.
      if (!hasNoLogarithm(error)) throw error;
    }
  }
  return false;
}
