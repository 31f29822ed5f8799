import { invalidArgument, NoetherError } from '@noether/contracts';
import { inverse, multiply, transpose } from '@noether/numerics';
import { bracket } from './bracket.js';
import { checkFinite } from './check-finite.js';
import { checkGenerators } from './check-generators.js';
import { checkMatrix } from './check-matrix.js';
import { combine } from './combine.js';
import { coordinates } from './coordinates.js';
import { showMatrix } from './show-matrix.js';

/**
 * The matrix of Ad_g : X ↦ g X g⁻¹ in the basis of the generators, row-major c × c: column j holds
 * the coordinates of g Lⱼ g⁻¹.
 * @param generators row-major n × n matrices
 * @param element g, row-major n × n
 * @throws NoetherError when g is singular, not n × n or not finite, and for generators that are
 *   dependent, not n × n or not finite
 */
export function adjoint(
  generators: readonly Float64Array[],
  element: Float64Array,
  n: number,
): Float64Array {
  checkGenerators(generators, n);
  const back = inverseOf(element, n);
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
 * @throws NoetherError for generators that are dependent, not n × n or not finite, and for another
 *   number of coefficients or one that is not finite
 */
export function adjointOfAlgebra(
  generators: readonly Float64Array[],
  coefficients: Float64Array,
  n: number,
): Float64Array {
  checkGenerators(generators, n);
  const c = generators.length;
  if (coefficients.length !== c) {
    throw invalidArgument('coefficients', coefficients, `give ${c}, one for each generator`);
  }
  checkFinite('coefficients', coefficients, c);
  const matrix = combine(generators, coefficients);
  return columns(
    generators,
    generators.map((generator) => bracket(matrix, generator, n)),
  );
}

function inverseOf(element: Float64Array, n: number): Float64Array {
  checkMatrix('element', element, n);
  checkFinite('element', element, n);
  try {
    return inverse(element, n);
  } catch (cause) {
    throw new NoetherError(
      `element ${showMatrix(element, n)} is singular; give an invertible one.`,
      {
        code: 'singular-element',
        argument: 'element',
        value: element,
        cause,
      },
    );
  }
}

function columns(
  generators: readonly Float64Array[],
  matrices: readonly Float64Array[],
): Float64Array {
  return transpose(coordinates(generators, matrices), generators.length, generators.length);
}
