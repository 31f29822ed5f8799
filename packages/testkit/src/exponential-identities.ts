import { combine, type Group } from '@noether/lie-algebra';
import {
  determinant,
  expm,
  expmFrechet,
  identity,
  inverse,
  logm,
  multiply,
} from '@noether/numerics';
import type { GroupSample } from './group-sample.js';
import { difference } from './residual.js';

/**
 * An identity: its name, its violation by three random samples and, where rounding is magnified, how
 * much of it is allowed at least.
 */
export type Identity = readonly [
  name: string,
  violation: (group: Group, a: GroupSample, b: GroupSample, c: GroupSample) => number,
  tolerance?: number,
];

const scaled = (values: Float64Array, factor: number): Float64Array =>
  values.map((value) => factor * value);

/** What the exponential map of every matrix group fulfils. */
export const exponentialIdentities: readonly Identity[] = [
  [
    'exp(0) = I',
    ({ exp, dimension, size }) => difference(exp(new Float64Array(dimension)), identity(size)),
  ],
  [
    'exp(w) agrees with the matrix exponential of Σ wᵢ Lᵢ',
    ({ size }, a) => difference(a.element, expm(a.matrix, size)),
  ],
  [
    'exp(−A) = exp(A)⁻¹',
    ({ exp, size }, a) => difference(exp(scaled(a.coefficients, -1)), inverse(a.element, size)),
  ],
  [
    'exp(0.3 A) exp(0.7 A) = exp(A)',
    ({ exp, size }, a) => {
      const parts = [0.3, 0.7].map((part) => exp(scaled(a.coefficients, part)));
      return difference(multiply(parts[0], parts[1], size, size, size), a.element);
    },
  ],
  ['det exp(A) = exp(tr A)', ({ size }, a) => determinantViolation(a, size)],
  [
    'log exp(A) = A near the identity',
    ({ size }, a) => {
      const near = a.matrix.map((entry) => entry / (1 + Math.hypot(...a.matrix)));
      return difference(logm(expm(near, size), size), near);
    },
  ],
  [
    'exp of a batch is the batch of exps',
    ({ exp }, a, b) =>
      difference(
        exp(Float64Array.of(...a.coefficients, ...b.coefficients)),
        Float64Array.of(...a.element, ...b.element),
      ),
  ],
  [
    'd exp at 0 along E is E',
    ({ size }, a) =>
      difference(expmFrechet(new Float64Array(size * size), a.matrix, size).derivative, a.matrix),
  ],
  [
    '(exp(hw) − exp(−hw))/2h is finite and tends to Σ wᵢ Lᵢ',
    ({ exp, generators }, a) => {
      const h = 1e-6 / (1 + Math.hypot(...a.coefficients));
      const [ahead, behind] = [h, -h].map((step) => exp(scaled(a.coefficients, step)));
      const slope = ahead.map((entry, index) => (entry - behind[index]) / (2 * h));
      return difference(slope, combine(generators, a.coefficients));
    },
    1e-8,
  ],
  ['(g h) k = g (h k), g I = g, g g⁻¹ = I', groupAxioms],
  [
    'elements, products and inverses fulfil the equations of the group',
    (group, a, b) => {
      const { size, contains } = group;
      if (!contains) return 0;
      const product = multiply(a.element, b.element, size, size, size);
      const all = [a.element, product, inverse(a.element, size)];
      return all.every((element) => contains(element, 1e-8)) ? 0 : Infinity;
    },
  ],
];

function groupAxioms({ exp, size: n }: Group, ...samples: GroupSample[]): number {
  const [g, h, k] = samples.map(({ element }) => element);
  const times = (a: Float64Array, b: Float64Array): Float64Array => multiply(a, b, n, n, n);
  const back = exp(samples[0].coefficients.map((entry) => -entry));
  return Math.max(
    difference(times(times(g, h), k), times(g, times(h, k))),
    difference(times(g, identity(n)), g),
    difference(times(g, back), identity(n)) / (1 + Math.max(...g.map(Math.abs))),
  );
}

function determinantViolation({ element, matrix }: GroupSample, n: number): number {
  let trace = 0;
  for (let index = 0; index < n; index++) trace += matrix[index * n + index];
  return Math.abs(determinant(element, n) / Math.exp(trace) - 1);
}
