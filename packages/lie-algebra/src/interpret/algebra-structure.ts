import { multiply, symmetricEigen } from '@noether/numerics';
import { killingOf } from './fingerprint.js';

/** What does not depend on the basis of a Lie algebra. */
export interface AlgebraStructure {
  /** Dimensions of g, [g, g], [[g, g], [g, g]], … until they stay the same. */
  readonly derivedSeries: readonly number[];
  /** Dimensions of g, [g, g], [g, [g, g]], … until they stay the same. */
  readonly lowerCentralSeries: readonly number[];
  /** Dimension of { X : [X, g] = 0 }. */
  readonly centre: number;
  /** Numbers of positive, negative and zero eigenvalues of the Killing form. */
  readonly signature: readonly [positive: number, negative: number, zero: number];
  readonly abelian: boolean;
  readonly nilpotent: boolean;
  readonly solvable: boolean;
  readonly semisimple: boolean;
}

/**
 * Series, centre and flags from structure constants in an orthonormal basis (Knapp 2002, chapter I):
 * solvable when the derived series ends in 0, nilpotent when the lower central one does, semisimple
 * when the Killing form has no 0 (Cartan).
 * @param constants row-major c × c × c
 * @param tolerance singular values up to this count as 0, Killing eigenvalues up to its square
 */
export function algebraStructure(
  constants: Float64Array,
  c: number,
  tolerance: number,
): AlgebraStructure {
  const whole = Array.from({ length: c }, (_, i) => unit(c, i));
  const bracketsOf = (a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] =>
    span(
      a.flatMap((x) => {
        const adjoint = multiply(x, constants, 1, c, c * c);
        return b.map((y) => multiply(y, adjoint, 1, c, c));
      }),
      c,
      tolerance,
    );
  const derivedSeries = series(whole, (last) => bracketsOf(last, last));
  const lowerCentralSeries = series(whole, (last) => bracketsOf(whole, last));
  const values = symmetricEigen(killingOf(constants, c), c).values;
  const limit = tolerance * tolerance;
  const positive = values.filter((value) => value > limit).length;
  const negative = values.filter((value) => value < -limit).length;
  return {
    derivedSeries,
    lowerCentralSeries,
    centre: c - span(rowsOf(constants, c), c, tolerance).length,
    signature: [positive, negative, c - positive - negative],
    abelian: derivedSeries[1] === 0,
    nilpotent: lowerCentralSeries[lowerCentralSeries.length - 1] === 0,
    solvable: derivedSeries[derivedSeries.length - 1] === 0,
    semisimple: positive + negative === c,
  };
}

function series(
  whole: readonly Float64Array[],
  next: (last: readonly Float64Array[]) => Float64Array[],
): number[] {
  const dimensions = [whole.length];
  for (let last = whole; last.length > 0;) {
    const following = next(last);
    dimensions.push(following.length);
    if (following.length === last.length) break;
    last = following;
  }
  return dimensions;
}

/** An orthonormal basis of the directions in which the vectors have more than `tolerance`. */
function span(vectors: readonly Float64Array[], c: number, tolerance: number): Float64Array[] {
  const gram = new Float64Array(c * c);
  for (const vector of vectors) {
    for (let i = 0; i < c; i++) {
      for (let j = 0; j < c; j++) gram[i * c + j] += vector[i] * vector[j];
    }
  }
  const { values, vectors: directions } = symmetricEigen(gram, c);
  return Array.from(values.keys())
    .filter((column) => Math.sqrt(Math.max(0, values[column])) > tolerance)
    .map((column) => Float64Array.from({ length: c }, (_, row) => directions[row * c + column]));
}

/** X ↦ all [X, Qⱼ]: one row over i for each j, k. */
function rowsOf(constants: Float64Array, c: number): Float64Array[] {
  return Array.from({ length: c * c }, (_, jk) =>
    Float64Array.from({ length: c }, (_, i) => constants[i * c * c + jk]),
  );
}

function unit(c: number, index: number): Float64Array {
  const vector = new Float64Array(c);
  vector[index] = 1;
  return vector;
}
