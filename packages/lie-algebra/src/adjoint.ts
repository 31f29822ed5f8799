import { inverse, multiply, transpose } from '@noether/numerics';
import { bracket } from './bracket.js';
import { combine } from './combine.js';
import { coordinates } from './coordinates.js';

/**
 * The matrix of Ad_g : X ↦ g X g⁻¹ in the basis of the generators, row-major c × c: column j holds
 * the coordinates of g Lⱼ g⁻¹.
 * @param generators row-major n × n matrices
 * @param element g, row-major n × n
 * @throws RangeError when g is singular, NoetherError when the generators are dependent
 */
export function adjoint(
  generators: readonly Float64Array[],
  element: Float64Array,
  n: number,
): Float64Array {
  const back = inverse(element, n);
  const moved = generators.map((generator) =>
    multiply(multiply(element, generator, n, n, n), back, n, n, n),
  );
  return columns(generators, moved);
}

/**
 * The matrix of ad_A : X ↦ [A, X] for A = Σ wᵢ Lᵢ in the basis of the generators, row-major c × c:
 * column j holds the coordinates of [A, Lⱼ]. Ad_exp(A) = exp(ad_A).
 * @param generators row-major n × n matrices
 * @param coefficients w, length c
 * @throws NoetherError when the generators are linearly dependent
 */
export function adjointOfAlgebra(
  generators: readonly Float64Array[],
  coefficients: Float64Array,
  n: number,
): Float64Array {
  const matrix = combine(generators, coefficients);
  return columns(
    generators,
    generators.map((generator) => bracket(matrix, generator, n)),
  );
}

function columns(
  generators: readonly Float64Array[],
  matrices: readonly Float64Array[],
): Float64Array {
  return transpose(coordinates(generators, matrices), generators.length, generators.length);
}
