import { bracket } from './bracket.js';
import { checkGenerators } from './check-generators.js';
import { combine } from './combine.js';
import { coordinates } from './coordinates.js';

/**
 * How far the span of the generators is from being a Lie algebra: the largest, over all pairs, of
 * ‖[Lᵢ, Lⱼ] − its projection on the span‖ / (‖Lᵢ‖‖Lⱼ‖) in the Frobenius norm. 0 for an algebra.
 * @param generators row-major n × n matrices
 * @throws NoetherError when the generators are linearly dependent, not n × n or not finite
 */
export function closureResidual(generators: readonly Float64Array[], n: number): number {
  checkGenerators(generators, n);
  let largest = 0;
  for (let i = 0; i < generators.length; i++) {
    for (let j = 0; j < i; j++) {
      const exact = bracket(generators[i], generators[j], n);
      const inside = combine(generators, coordinates(generators, [exact]));
      const outside = Math.hypot(...exact.map((entry, index) => entry - inside[index]));
      const scale = Math.hypot(...generators[i]) * Math.hypot(...generators[j]);
      largest = Math.max(largest, outside / scale);
    }
  }
  return largest;
}
