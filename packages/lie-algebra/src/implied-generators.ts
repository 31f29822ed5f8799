import { inverse, multiply, symmetricEigen, transpose } from '@noether/numerics';
import { bracket } from './bracket.js';
import { checkGenerators } from './check-generators.js';
import { eigenplaneRotations } from './eigenplane-rotations.js';
import { dot } from './interpret/orthonormal-span.js';
import { orthogonalCoordinates } from './orthogonal-coordinates.js';
import { skewPart } from './skew-part.js';

/** Share of ‖L‖ up to which a learned rotation may stretch. */
const STRETCH = 0.1;
/** How far learned generators may be off a common form; the exacter ones leave exact generators exact. */
const TOLERANCES = [1e-9, 1e-3, 1e-2, 5e-2];
/** ‖[A, B] outside of the span‖ / (‖A‖‖B‖) up to which a span counts as closed, as learned generators are never exact. */
const CLOSED = 0.15;
/** Length outside of the span of others, of a matrix of length 1, that is rounding. */
const DEPENDENT = 1e-6;
/** Share of a rotation outside of the span from which it is another one. */
const OTHER = 0.3;

/**
 * What a compact group of symmetries contains besides exp(tLᵢ): the brackets of its generators, as far as they lead out of
 * their span, and if none does the {@link eigenplaneRotations} of each. The brackets follow; the
 * rotations do when no rates of a generator are in a whole-numbered ratio, and otherwise may or may not be symmetries, so they are candidates to be judged
 * on data. (One generator that turns two planes with rates of irrational ratio has the whole torus for its closure, which two
 * generators span.)
 *
 * In coordinates in which all are skew-symmetric ({@link orthogonalCoordinates}) the result is orthogonal, and each turns as fast as the fastest given one.
 * @param generators linearly independent, row-major n × n
 * @returns more matrices than were given, or the given ones where nothing is implied or they do not generate rotations
 * @throws NoetherError when there are none, or one is not n × n or not finite
 */
export function impliedGenerators(
  generators: readonly Float64Array[],
  n: number,
): readonly Float64Array[] {
  checkGenerators(generators, n);
  const { matrix, back, skew, stretch } = skewest(generators, n);
  if (stretch > STRETCH) return generators;
  const implied = withBrackets(skew, n) ?? withPlanes(skew, n);
  if (implied.length <= generators.length) return generators;
  const rate = Math.max(...skew.map((one) => rateOf(one, n)));
  return implied.map((one) => {
    const scale = rate / rateOf(one, n);
    const turning = one.map((entry) => scale * entry);
    return multiply(multiply(back, turning, n, n, n), matrix, n, n, n);
  });
}

interface SkewView {
  /** Coordinates R and R⁻¹. */
  readonly matrix: Float64Array;
  readonly back: Float64Array;
  /** Skew-symmetric parts of R L R⁻¹. */
  readonly skew: readonly Float64Array[];
  /** Largest share of a generator that is not skew-symmetric. */
  readonly stretch: number;
}

/** The generators in the coordinates, of those for several tolerances, in which they are closest to rotations. */
function skewest(generators: readonly Float64Array[], n: number): SkewView {
  const views = TOLERANCES.map((tolerance): SkewView => {
    const matrix = orthogonalCoordinates(generators, n, tolerance);
    const back = inverse(matrix, n);
    const seen = generators.map((one) => multiply(multiply(matrix, one, n, n, n), back, n, n, n));
    const skew = seen.map((one) => skewPart(one, n));
    const stretch = Math.max(
      ...seen.map((one, at) => distance(one, skew[at]) / Math.hypot(...one)),
    );
    return { matrix, back, skew, stretch: Number.isNaN(stretch) ? 0 : stretch };
  });
  return views.reduce((best, view) => (view.stretch < best.stretch ? view : best));
}

/** An orthonormal basis of the algebra that is generated, or null when the span is one already. */
function withBrackets(generators: readonly Float64Array[], n: number): Float64Array[] | null {
  const basis: Float64Array[] = [];
  for (const generator of generators) addOutside(basis, unit(generator), DEPENDENT);
  const given = basis.length;
  for (let i = 1; i < basis.length; i++) {
    for (let j = 0; j < i; j++) addOutside(basis, bracket(basis[i], basis[j], n), CLOSED);
  }
  return basis.length > given ? basis : null;
}

/** An orthonormal basis of the rotations of all planes. */
function withPlanes(generators: readonly Float64Array[], n: number): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const generator of generators) {
    for (const part of eigenplaneRotations(generator, n)) addOutside(basis, unit(part), OTHER);
  }
  return basis;
}

/** Adds what of a matrix lies outside of the span of an orthonormal basis, if that is longer than `least`. */
function addOutside(basis: Float64Array[], matrix: Float64Array, least: number): void {
  const rest = matrix.slice();
  for (let sweep = 0; sweep < 2; sweep++) {
    for (const direction of basis) {
      const share = dot(rest, direction);
      for (let entry = 0; entry < rest.length; entry++) rest[entry] -= share * direction[entry];
    }
  }
  if (Math.hypot(...rest) > least) basis.push(unit(rest));
}

function unit(matrix: Float64Array): Float64Array {
  const norm = Math.hypot(...matrix);
  return norm > 0 ? matrix.map((entry) => entry / norm) : matrix;
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((value, at) => value - b[at]));
}

/** Largest rotation rate of a skew-symmetric matrix, its spectral norm. */
function rateOf(skew: Float64Array, n: number): number {
  const square = multiply(transpose(skew, n, n), skew, n, n, n);
  return Math.sqrt(symmetricEigen(square, n).values[n - 1]);
}
