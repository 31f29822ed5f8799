import {
  adjoint,
  adjointOfAlgebra,
  bracket,
  closureResidual,
  combine,
  coordinates,
  killingForm,
  leftJacobian,
  structureConstants,
  type Group,
} from '@noether/lie-algebra';
import { expm, expmFrechet, inverse, multiply, transpose } from '@noether/numerics';
import type { Identity } from './exponential-identities.js';
import type { GroupSample } from './group-sample.js';
import { difference } from './residual.js';

const negative = (values: Float64Array): Float64Array => values.map((value) => -value);

const added = (...terms: Float64Array[]): Float64Array =>
  terms[0].map((_, entry) => terms.reduce((sum, term) => sum + term[entry], 0));

/** What bracket, adjoint and Killing form of every Lie algebra fulfil. */
export const algebraIdentities: readonly Identity[] = [
  ['[Lᵢ, Lⱼ] lies in the span', ({ generators, size }) => closureResidual(generators, size)],
  [
    '[A, B] = −[B, A]',
    ({ size }, a, b) =>
      difference(bracket(a.matrix, b.matrix, size), negative(bracket(b.matrix, a.matrix, size))),
  ],
  [
    '[A, B] = Σ aᵢ bⱼ cᵢⱼₖ Lₖ',
    (group, a, b) => {
      const { generators, size } = group;
      const image = apply(adjointOfAlgebra(generators, a.coefficients, size), b.coefficients);
      return difference(combine(generators, image), bracket(a.matrix, b.matrix, size));
    },
  ],
  ['[A, [B, C]] + [B, [C, A]] + [C, [A, B]] = 0', jacobi],
  ['Σₘ cᵢⱼᵐ cₘₖˡ + cyclic = 0', jacobiOfConstants],
  [
    'ad [A, B] = [ad A, ad B]',
    (group, a, b) => {
      const { dimension } = group;
      const both = bracketCoordinates(group, a, b);
      return difference(ad(group, both), bracket(adOf(group, a), adOf(group, b), dimension));
    },
  ],
  [
    'g exp(A) g⁻¹ = exp(Ad g A)',
    ({ generators, size, exp }, a, b) => {
      const right = multiply(a.element, inverse(b.element, size), size, size, size);
      const moved = apply(adjoint(generators, b.element, size), a.coefficients);
      return difference(multiply(b.element, right, size, size, size), exp(moved));
    },
  ],
  [
    'Ad exp(A) = exp(ad A)',
    (group, a) => difference(Ad(group, a.element), expm(adOf(group, a), group.dimension)),
  ],
  [
    'Ad (g h) = Ad g Ad h',
    (group, a, b) => {
      const { size, dimension: c } = group;
      const product = multiply(a.element, b.element, size, size, size);
      return difference(
        Ad(group, product),
        multiply(Ad(group, a.element), Ad(group, b.element), c, c, c),
      );
    },
  ],
  ['K(A, [B, C]) = K([A, B], C)', killingInvariance],
  [
    'the Killing form is invariant under Ad',
    (group, a) => {
      const { generators, size, dimension: c } = group;
      const form = killingForm(generators, size);
      const move = Ad(group, a.element);
      const moved = multiply(transpose(move, c, c), multiply(form, move, c, c, c), c, c, c);
      return difference(moved, form);
    },
  ],
  ['d/dt exp(A + tE) = exp(A) (1 − exp(−ad A))/ad A (E)', derivativeOfExp],
  ['d/dt exp(A + tE) = (J E) exp(A) with the left Jacobian J', leftDerivativeOfExp],
];

function apply(matrix: Float64Array, vector: Float64Array): Float64Array {
  return multiply(matrix, vector, vector.length, vector.length, 1);
}

function ad({ generators, size }: Group, coefficients: Float64Array): Float64Array {
  return adjointOfAlgebra(generators, coefficients, size);
}

function adOf(group: Group, { coefficients }: GroupSample): Float64Array {
  return ad(group, coefficients);
}

function Ad({ generators, size }: Group, element: Float64Array): Float64Array {
  return adjoint(generators, element, size);
}

function bracketCoordinates(group: Group, a: GroupSample, b: GroupSample): Float64Array {
  return coordinates(group.generators, [bracket(a.matrix, b.matrix, group.size)]);
}

function jacobi({ size }: Group, a: GroupSample, b: GroupSample, c: GroupSample): number {
  const nested = (x: GroupSample, y: GroupSample, z: GroupSample): Float64Array =>
    bracket(x.matrix, bracket(y.matrix, z.matrix, size), size);
  const sum = added(nested(b, c, a), nested(c, a, b));
  return difference(negative(nested(a, b, c)), sum);
}

function jacobiOfConstants({ generators, size, dimension: c }: Group): number {
  const constants = structureConstants(generators, size);
  const twice = (i: number, j: number, k: number, l: number): number => {
    let sum = 0;
    for (let m = 0; m < c; m++) {
      sum += constants[(i * c + j) * c + m] * constants[(m * c + k) * c + l];
    }
    return sum;
  };
  let largest = 0;
  for (let index = 0; index < c ** 4; index++) {
    const [i, j, k, l] = [0, 1, 2, 3].map((place) => Math.floor(index / c ** place) % c);
    const sum = twice(i, j, k, l) + twice(j, k, i, l) + twice(k, i, j, l);
    largest = Math.max(largest, Math.abs(sum));
  }
  return largest;
}

function killingInvariance(group: Group, a: GroupSample, b: GroupSample, c: GroupSample): number {
  const { generators, size, dimension } = group;
  const form = killingForm(generators, size);
  const pair = (x: Float64Array, y: Float64Array): Float64Array =>
    multiply(x, multiply(form, y, dimension, dimension, 1), 1, dimension, 1);
  return difference(
    pair(a.coefficients, bracketCoordinates(group, b, c)),
    pair(bracketCoordinates(group, a, b), c.coefficients),
  );
}

function leftDerivativeOfExp(group: Group, a: GroupSample, b: GroupSample): number {
  const { size: n, generators } = group;
  const direction = apply(leftJacobian(group, a.coefficients), b.coefficients);
  return difference(
    expmFrechet(a.matrix, b.matrix, n).derivative,
    multiply(combine(generators, direction), expm(a.matrix, n), n, n, n),
  );
}

/** (1 − exp(−X))/X is the corner of exp of the block matrix [[−X, I], [0, 0]]. */
function derivativeOfExp(group: Group, a: GroupSample, b: GroupSample): number {
  const { size, generators, dimension: c } = group;
  const block = new Float64Array(4 * c * c);
  const algebra = adOf(group, a);
  for (let row = 0; row < c; row++) {
    for (let column = 0; column < c; column++) {
      block[row * 2 * c + column] = -algebra[row * c + column];
    }
    block[row * 2 * c + c + row] = 1;
  }
  const exponential = expm(block, 2 * c);
  const corner = new Float64Array(c * c).map(
    (_, entry) => exponential[Math.floor(entry / c) * 2 * c + c + (entry % c)],
  );
  const direction = combine(generators, apply(corner, b.coefficients));
  return difference(
    expmFrechet(a.matrix, b.matrix, size).derivative,
    multiply(expm(a.matrix, size), direction, size, size, size),
  );
}
