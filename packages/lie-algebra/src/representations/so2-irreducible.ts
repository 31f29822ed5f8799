import { invalidArgument } from '@noether/contracts';
import { representation, type Representation } from './representation.js';

/**
 * The irreducible representation of SO(2) of a weight: the plane turns `weight` times as fast as the
 * group, dρ(J) = weight · J with J = [[0, 1], [−1, 0]] as in `so2`; weight 0 is the trivial one on R.
 * @throws NoetherError when the weight is no integer
 */
export function so2Irreducible(weight: number): Representation {
  if (!Number.isInteger(weight)) throw invalidArgument('weight', weight, 'give an integer');
  const turning = weight === 0 ? Float64Array.of(0) : Float64Array.of(0, weight, -weight, 0);
  return representation(`so(2), weight ${weight}`, [turning]);
}
