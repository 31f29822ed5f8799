import { NoetherError } from '@noether/contracts';
import { expm } from '@noether/numerics';
import { bracket } from '../bracket.js';
import { combine } from '../combine.js';
import type { Group } from '../group.js';
import { structureConstants } from '../structure-constants.js';
import { representation, type Representation } from './representation.js';

/** Weights of f(kh) − f(−kh) in the central difference of order 8. */
const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280];

/**
 * The representation that a map of group elements to matrices defines: dρ(L) = d/dt ρ(exp tL) at 0 by
 * central differences of order 8 with the step 0.01/‖L‖, which leaves about 1e-13 of relative error for
 * entries that are polynomials of low degree.
 * @param rho maps a group element, row-major, to ρ(g), row-major
 * @throws NoetherError when the dρ do not follow the brackets of the group to 1e-6: then ρ is no
 *   homomorphism, or not differentiable at the identity
 */
export function representationFromMap(
  name: string,
  group: Group,
  rho: (element: Float64Array) => Float64Array,
): Representation {
  const result = representation(
    name,
    group.generators.map((generator) => derivative(group.size, rho, generator)),
  );
  checkBrackets(group, result);
  return result;
}

function derivative(
  n: number,
  rho: (element: Float64Array) => Float64Array,
  generator: Float64Array,
): Float64Array {
  const step = 0.01 / Math.hypot(...generator);
  const at = (t: number): Float64Array =>
    rho(
      expm(
        generator.map((entry) => t * entry),
        n,
      ),
    );
  const sum = new Float64Array(at(0).length);
  weights.forEach((weight, index) => {
    const ahead = at((index + 1) * step);
    const behind = at(-(index + 1) * step);
    for (let entry = 0; entry < sum.length; entry++) {
      sum[entry] += (weight * (ahead[entry] - behind[entry])) / step;
    }
  });
  return sum;
}

function checkBrackets({ generators, size, dimension: c }: Group, result: Representation): void {
  const constants = structureConstants(generators, size);
  for (let i = 0; i < c; i++) {
    for (let j = 0; j < i; j++) {
      const found = bracket(result.generators[i], result.generators[j], result.size);
      const expected = combine(
        result.generators,
        constants.subarray((i * c + j) * c, (i * c + j + 1) * c),
      );
      const error = Math.hypot(...found.map((entry, index) => entry - expected[index]));
      const scale = 1 + Math.hypot(...result.generators[i]) * Math.hypot(...result.generators[j]);
      if (!(error <= 1e-6 * scale)) {
        throw new NoetherError(
          `rho is no representation: [dρ(L${i}), dρ(L${j})] differs from dρ([L${i}, L${j}]) by ${error.toExponential(1)}.`,
          {
            code: 'not-a-representation',
            argument: 'rho',
            hint: 'Check that rho(g h) = rho(g) rho(h) and that rho is smooth at the identity.',
          },
        );
      }
    }
  }
}
