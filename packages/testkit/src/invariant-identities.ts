import {
  adjointRepresentation,
  bracket,
  casimir,
  combine,
  dualRepresentation,
  exteriorPower,
  killingForm,
  representation,
  symmetricPower,
  tensorProduct,
  type Group,
  type Representation,
} from '@noether/lie-algebra';
import { identity, multiply, symmetricEigen, transpose } from '@noether/numerics';
import type { Identity } from './exponential-identities.js';
import type { GroupSample } from './group-sample.js';
import { difference } from './residual.js';

/** What does not depend on the basis, and what carries over to representations. */
export const invariantIdentities: readonly Identity[] = [
  ['the Killing form is congruent under a change of basis: K → M K Mᵀ', congruence],
  [
    'the Casimir element commutes with every generator, where there is one',
    ({ generators, size: n, dimension: c }) => {
      if (!isSemisimple(killingForm(generators, n), c)) return 0;
      const element = casimir(generators, n);
      return Math.max(
        ...generators.map((generator) =>
          difference(multiply(element, generator, n, n, n), multiply(generator, element, n, n, n)),
        ),
      );
    },
  ],
  [
    'the Casimir element is I on the adjoint representation, where there is one',
    (group) => {
      const { generators, size, dimension: c } = group;
      if (!isSemisimple(killingForm(generators, size), c)) return 0;
      return difference(casimir(adjointRepresentation(group).generators, c), identity(c));
    },
  ],
  ['dρ[A, B] = [dρ A, dρ B] for duals, tensors, symmetric and exterior squares', representations],
];

function isSemisimple(form: Float64Array, c: number): boolean {
  const sizes = symmetricEigen(form, c).values.map(Math.abs);
  return Math.min(...sizes) > 1e-9 * Math.max(...sizes);
}

/** M = I + a bᵀ/2|a||b| of the coefficients of two samples: well away from singular. */
function congruence(
  { generators, size, dimension: c }: Group,
  { coefficients: a }: GroupSample,
  { coefficients: b }: GroupSample,
): number {
  const scale = 2 * Math.hypot(...a) * Math.hypot(...b);
  const change = identity(c).map(
    (entry, index) => entry + (a[Math.floor(index / c)] * b[index % c]) / scale,
  );
  const moved = generators.map((_, row) =>
    combine(generators, change.subarray(row * c, (row + 1) * c)),
  );
  const form = killingForm(generators, size);
  const expected = multiply(multiply(change, form, c, c, c), transpose(change, c, c), c, c, c);
  return difference(killingForm(moved, size), expected);
}

function representations({ size: n }: Group, a: GroupSample, b: GroupSample): number {
  const defining = representation('A, B, [A, B]', [
    a.matrix,
    b.matrix,
    bracket(a.matrix, b.matrix, n),
  ]);
  const dual = dualRepresentation(defining);
  const all = [dual, tensorProduct(defining, dual), symmetricPower(defining, 2)];
  if (n > 1) all.push(exteriorPower(defining, 2));
  return Math.max(...all.map(violation));
}

function violation({ generators: [first, second, both], size }: Representation): number {
  return difference(bracket(first, second, size), both);
}
