import type { SymmetryBasis } from '@noether/contracts';
import { eigenvalues, nullSpace } from '@noether/numerics';

/** A complex linear coordinate u·z of which exp(tL) makes e^{λt} u·z, with Im λ > 0. */
export interface TurningPlane {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Im λ. */
  readonly frequency: number;
}

/** Im λ, of the largest, down to which a plane counts as turned. */
const SLOWEST = 0.1;
/** |Re λ| / |Im λ| up to which it is turned and not stretched. */
const LARGEST_GROWTH = 0.5;
/** Singular value, of the largest, up to which a direction is an eigenvector. */
const TOLERANCE = 1e-6;
/** Size of what is left of unit vectors, down to which it is nothing. */
const REST = 1e-4;
/** Eigenvalues as near as this, of the largest, have their eigenvectors together. */
const EQUAL = 1e-6;

/**
 * The planes that a generator L turns: its left eigenvectors u, uᵀL = λuᵀ, with Im λ > 0. Where an eigenvalue is
 * repeated, a basis of them, reduced so that each plane has as few coordinates as it can.
 * @param generator row-major k × k
 */
export function turningPlanes(generator: Float64Array, k: number): TurningPlane[] {
  const spectrum = eigenvalues(generator, k);
  const fastest = Math.max(...spectrum.map(({ im }) => im));
  const turned = spectrum.filter(
    ({ re, im }) => im > SLOWEST * fastest && Math.abs(re) <= LARGEST_GROWTH * im,
  );
  const different = turned.filter(
    ({ re, im }, at) =>
      !turned.slice(0, at).some((one) => Math.hypot(one.re - re, one.im - im) < EQUAL * fastest),
  );
  return different.flatMap(({ re, im }) => {
    const vectors = nullSpace(realForm(generator, k, re, im), 2 * k, 2 * k, TOLERANCE);
    return complexBasis(vectors, k).map((plane) => ({ ...plane, frequency: im }));
  });
}

/** The two coordinates of each state in the plane, from the centre of the action: row-major n × k to n × 2. */
export function placesIn(
  { re, im }: TurningPlane,
  { dimension: k, centre }: SymmetryBasis,
  latent: Float64Array,
): Float64Array {
  const places = new Float64Array((2 * latent.length) / k);
  for (let row = 0; row < latent.length / k; row++) {
    for (let j = 0; j < k; j++) {
      const value = latent[row * k + j] - centre[j];
      places[2 * row] += re[j] * value;
      places[2 * row + 1] += im[j] * value;
    }
  }
  return places;
}

/** Those of all generators of a basis. */
export function planesOf({ generators, dimension }: SymmetryBasis): TurningPlane[] {
  return generators.flatMap((generator) => turningPlanes(generator, dimension));
}

type ComplexVector = Omit<TurningPlane, 'frequency'>;

/** Vectors p + iq, as rows (p, q), reduced over the complex numbers: a basis with a one in a column of its own each. */
function complexBasis(rows: Float64Array, k: number): ComplexVector[] {
  const left: ComplexVector[] = Array.from({ length: rows.length / (2 * k) }, (_, row) => ({
    re: rows.slice(2 * k * row, 2 * k * row + k),
    im: rows.slice(2 * k * row + k, 2 * k * (row + 1)),
  }));
  const basis: ComplexVector[] = [];
  for (;;) {
    const [row, column, size] = largestEntry(left, k);
    if (!(size > REST)) return basis;
    const [pivot] = left.splice(row, 1);
    divide(pivot, column);
    for (const other of [...left, ...basis]) subtract(other, pivot, column);
    basis.push(pivot);
  }
}

function largestEntry(rows: readonly ComplexVector[], k: number): [number, number, number] {
  let best: [number, number, number] = [-1, -1, 0];
  rows.forEach(({ re, im }, row) => {
    for (let column = 0; column < k; column++) {
      const size = Math.hypot(re[column], im[column]);
      if (size > best[2]) best = [row, column, size];
    }
  });
  return best;
}

/** Makes the entry of the column a one. */
function divide({ re, im }: ComplexVector, column: number): void {
  const [x, y] = [re[column], im[column]];
  const square = x * x + y * y;
  re.forEach((a, at) => {
    const b = im[at];
    re[at] = (a * x + b * y) / square;
    im[at] = (b * x - a * y) / square;
  });
}

/** Makes the entry of the column a zero. */
function subtract({ re, im }: ComplexVector, pivot: ComplexVector, column: number): void {
  const [x, y] = [re[column], im[column]];
  pivot.re.forEach((a, at) => {
    const b = pivot.im[at];
    re[at] -= a * x - b * y;
    im[at] -= a * y + b * x;
  });
}

/** (Lᵀ − λ)(p + iq) = 0 as real equations in (p, q). */
function realForm(generator: Float64Array, k: number, re: number, im: number): Float64Array {
  const n = 2 * k;
  const form = new Float64Array(n * n);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const entry = generator[j * k + i] - (i === j ? re : 0);
      form[i * n + j] = entry;
      form[(i + k) * n + j + k] = entry;
    }
    form[i * n + i + k] = im;
    form[(i + k) * n + i] = -im;
  }
  return form;
}
