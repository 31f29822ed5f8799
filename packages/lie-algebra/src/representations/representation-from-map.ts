import { NoetherError } from '@noether/contracts';
import { expm, identity, multiply, randomStream } from '@noether/numerics';
import { bracket } from '../bracket.js';
import { combine } from '../combine.js';
import type { Group } from '../group.js';
import { showMatrix } from '../show-matrix.js';
import { structureConstants } from '../structure-constants.js';
import { representation, type Representation } from './representation.js';

type Rho = (element: Float64Array) => Float64Array;

/** Weights of f(kh) − f(−kh) in the central difference of order 8. */
const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280];

/**
 * The representation that a map of group elements to matrices defines: dρ(L) = d/dt ρ(exp tL) at 0 by
 * central differences of order 8 with the step 0.01/‖L‖, which leaves about 1e-13 of relative error for
 * entries that are polynomials of low degree.
 * @param rho maps a group element, row-major, to ρ(g), row-major
 * @throws NoetherError `not-a-representation` when ρ(I) is not I, when ρ(gh) differs from ρ(g)ρ(h) or
 *   ρ(exp A) from exp(dρ(A)) for some of 12 random elements near and far from I, or when the dρ do not
 *   follow the brackets of the group to 1e-6: then ρ is no homomorphism, or not differentiable at I
 */
export function representationFromMap(name: string, group: Group, rho: Rho): Representation {
  const size = checkedUnit(group, rho);
  const checked: Rho = (element) => {
    const image = rho(element);
    if (image.length === size * size && image.every(Number.isFinite)) return image;
    throw notARepresentation(
      `rho gives ${image.length} values for ${showMatrix(element, group.size)}, of which ${image.filter(Number.isFinite).length} are finite; for I it gave ${size} × ${size}`,
    );
  };
  const result = representation(
    name,
    group.generators.map((generator) => derivative(group.size, checked, generator)),
  );
  checkBrackets(group, result);
  checkElements(group, checked, result);
  return result;
}

function checkedUnit(group: Group, rho: Rho): number {
  const image = rho(identity(group.size));
  const size = Math.sqrt(image.length);
  if (size < 1 || !Number.isInteger(size)) {
    throw notARepresentation(`rho(I) has ${image.length} entries, which is no square matrix`);
  }
  const error = distance(image, identity(size));
  if (error <= 1e-6) return size;
  throw notARepresentation(`rho(I) is ${showMatrix(image, size)} in place of I`);
}

function derivative(n: number, rho: Rho, generator: Float64Array): Float64Array {
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
        throw notARepresentation(
          `[dρ(L${i}), dρ(L${j})] differs from dρ([L${i}, L${j}]) by ${error.toExponential(1)}`,
        );
      }
    }
  }
}

/** Pairs of random elements at ‖A‖ = 0.3 and, for what only shows after a turn, at 3. */
function checkElements(group: Group, rho: Rho, { generators, size }: Representation): void {
  const { size: n } = group;
  const random = randomStream('rho');
  const draw = (norm: number): Float64Array => {
    const w = random.fillNormal(new Float64Array(group.dimension));
    const scale = norm / Math.hypot(...combine(group.generators, w));
    return w.map((entry) => scale * entry);
  };
  for (const norm of [0.3, 3, 0.3, 3, 0.3, 3]) {
    const [v, w] = [draw(norm), draw(norm)];
    const [g, h] = [group.exp(v), group.exp(w)];
    const [first, second] = [rho(g), rho(h)];
    const expected = multiply(first, second, size, size, size);
    const error = distance(rho(multiply(g, h, n, n, n)), expected);
    const scale = 1 + Math.hypot(...first) * Math.hypot(...second);
    if (!(error <= 1e-6 * scale)) {
      throw notARepresentation(
        `rho(g h) differs from rho(g) rho(h) by ${error.toExponential(1)} for g = ${showMatrix(g, n)}, h = ${showMatrix(h, n)}`,
      );
    }
    const apart = distance(first, expm(combine(generators, v), size));
    if (!(apart <= 1e-6 * (1 + Math.hypot(...first)))) {
      throw notARepresentation(
        `rho(exp A) differs from exp(dρ(A)) by ${apart.toExponential(1)} for exp A = ${showMatrix(g, n)}`,
      );
    }
  }
}

function distance(a: Float64Array, b: Float64Array): number {
  return a.length === b.length
    ? Math.hypot(...a.map((entry, index) => entry - b[index]))
    : Infinity;
}

function notARepresentation(why: string): NoetherError {
  return new NoetherError(`rho is no representation: ${why}.`, {
    code: 'not-a-representation',
    argument: 'rho',
    hint: 'Check that rho(g h) = rho(g) rho(h) and that rho is smooth at the identity.',
  });
}
