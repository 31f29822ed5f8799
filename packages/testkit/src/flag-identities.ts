import { combine, coordinates, sampleHaar, type Group } from '@noether/lie-algebra';
import { expm, inverse, multiply, randomStream, transpose } from '@noether/numerics';
import type { Identity } from './exponential-identities.js';
import { isReachable } from './is-reachable.js';
import { difference } from './residual.js';

/** What a group says about itself: compact, connected, its form, its Haar measure, its projection. */
export const flagIdentities: readonly Identity[] = [
  [
    'gᵀ S g = S',
    ({ form, size: n }, a) => {
      if (!form) return 0;
      const right = multiply(form, a.element, n, n, n);
      const moved = multiply(transpose(a.element, n, n), right, n, n, n);
      const size = 1 + Math.max(...a.element.map(Math.abs)) ** 2;
      return difference(moved, form) / size;
    },
  ],
  [
    'exp(tA) stays bounded, as the group is compact',
    (group, a) => (group.compact === true && growth(group, a.matrix) > 1e3 ? Infinity : 0),
  ],
  [
    'some exp(tA) grows without bound, as the group is not compact',
    (group, a, b, c) => {
      if (group.compact !== false) return 0;
      const directions = [a, b, c].map(({ matrix }) => matrix).concat(group.generators);
      const grows = directions.some(
        (matrix) => Math.max(growth(group, matrix), growth(group, negative(matrix))) > 1e3,
      );
      return grows ? 0 : Infinity;
    },
  ],
];

/** How large exp(tA) is at ‖tA‖ = 1e4, far out, up to overflow. */
function growth({ size }: Group, matrix: Float64Array): number {
  const scale = 1e4 / Math.hypot(...matrix);
  const far = expm(
    matrix.map((entry) => scale * entry),
    size,
  );
  const norm = Math.hypot(...far);
  return Number.isNaN(norm) ? Infinity : norm;
}

/** The same for what is tested once and not over triples: the violation and how much is allowed. */
export const wholeGroupIdentities: readonly (readonly [
  identity: string,
  violation: (group: Group) => number,
  tolerance: number,
])[] = [
  [
    'all that the equations accept is connected to I',
    (group) => {
      if (group.connected !== true || !group.contains) return 0;
      return signMatrices(group).every((element) => isReachable(group, element)) ? 0 : Infinity;
    },
    0,
  ],
  [
    'something that the equations accept is not connected to I',
    (group) => {
      if (group.connected !== false || !group.contains) return 0;
      return signMatrices(group).every((element) => isReachable(group, element)) ? Infinity : 0;
    },
    0,
  ],
  ['the equations reject what lies off the group', rejection, 0],
  ['Haar samples fulfil the equations of the group', haarInside, 0],
  ['translations do not change the Haar measure, in standard errors', haarInvariance, 6],
  ['projection of an element and of what is near it', projection, 1e-4],
];

/** diag(±1 …) and copies with coordinates exchanged that the equations of the group accept. */
function signMatrices({ contains, size: n }: Group): Float64Array[] {
  const accepted: Float64Array[] = [];
  for (let signs = 0; signs < 2 ** Math.min(n, 6); signs++) {
    const element = new Float64Array(n * n);
    for (let index = 0; index < n; index++) {
      element[index * (n + 1)] = (signs >> index) % 2 === 1 ? -1 : 1;
    }
    if (contains?.(element, 1e-8) === true) accepted.push(element);
  }
  return accepted;
}

/**
 * A step of 0.01 off the algebra, in random directions and skew-symmetric ones, must not pass: else the equations describe a larger group, or a generator is missing.
 */
function rejection(group: Group): number {
  const { contains, exp, generators, size: n, dimension, name } = group;
  if (!contains || dimension === n * n) return 0;
  const random = randomStream(`${name} rejected`);
  const element = exp(random.fillNormal(new Float64Array(dimension)));
  for (let trial = 0; trial < 12; trial++) {
    const drawn = random.fillNormal(new Float64Array(n * n));
    const matrix = trial < 4 ? drawn : skew(drawn, n);
    const inside = combine(generators, coordinates(generators, [matrix]));
    const off = matrix.map((entry, index) => entry - inside[index]);
    if (Math.hypot(...off) < 1e-3) continue;
    const step = expm(
      off.map((entry) => (0.01 * entry) / Math.hypot(...off)),
      n,
    );
    if (contains(multiply(element, step, n, n, n), 1e-8)) return Infinity;
  }
  return 0;
}

function skew(matrix: Float64Array, n: number): Float64Array {
  const mirrored = transpose(matrix, n, n);
  return matrix.map((entry, index) => entry - mirrored[index]);
}

function haarInside(group: Group): number {
  const { haar, contains, size } = group;
  if (!haar || !contains) return 0;
  const random = randomStream(`${group.name} inside`);
  const area = size * size;
  const elements = sampleHaar(group, 20, random);
  for (let start = 0; start < elements.length; start += area) {
    if (!contains(elements.subarray(start, start + area), 1e-10)) return Infinity;
  }
  return 0;
}

/** Largest difference of the means of gᵢⱼ and gᵢⱼ² between samples and translated samples. */
function haarInvariance(group: Group): number {
  if (!group.haar) return 0;
  const { size: n, dimension } = group;
  const count = 300;
  const random = randomStream(`${group.name} translated`);
  const [plain, other] = [sampleHaar(group, count, random), sampleHaar(group, count, random)];
  const shift = group.exp(random.fillNormal(new Float64Array(dimension)));
  const area = n * n;
  const moved = new Float64Array(other.length);
  for (let start = 0; start < other.length; start += area) {
    moved.set(multiply(shift, other.subarray(start, start + area), n, n, n), start);
  }
  let largest = 0;
  for (let entry = 0; entry < area; entry++) {
    for (const power of [1, 2]) {
      const [a, b] = [moments(plain, entry, area, power), moments(moved, entry, area, power)];
      const error = Math.sqrt((a.variance + b.variance) / count) + 1e-12;
      largest = Math.max(largest, Math.abs(a.mean - b.mean) / error);
    }
  }
  return largest;
}

function moments(
  values: Float64Array,
  first: number,
  step: number,
  power: number,
): { mean: number; variance: number } {
  const picked = values.filter((_, index) => index % step === first).map((value) => value ** power);
  const mean = picked.reduce((sum, value) => sum + value, 0) / picked.length;
  const variance = picked.reduce((sum, value) => sum + (value - mean) ** 2, 0) / picked.length;
  return { mean, variance };
}

/** An element must stay and a matrix 1e-6 beside it must come into the group, not far away. */
function projection({ project, contains, exp, dimension, size, name }: Group): number {
  if (!project) return 0;
  const random = randomStream(`${name} projected`);
  const element = exp(random.fillNormal(new Float64Array(dimension)));
  if (difference(project(element), element) > 1e-10) return Infinity;
  const noise = random.fillNormal(new Float64Array(size * size));
  const near = project(element.map((entry, index) => entry + 1e-6 * noise[index]));
  if (contains && !contains(near, 1e-10)) return Infinity;
  const back = multiply(inverse(element, size), near, size, size, size);
  return difference(multiply(element, back, size, size, size), element);
}

function negative(matrix: Float64Array): Float64Array {
  return matrix.map((entry) => -entry);
}
