import { checkMatrix } from './check-matrix.js';
import { normalisation, norm1, squarings } from './expm-scaling.js';
import { multiplyInto } from './multiply.js';
import { type Pade, padePowers, padeTerms, padeWorkspace } from './pade.js';
import { solveInPlace } from './solve.js';

/**
 * The matrix exponential exp(A) of a row-major n × n matrix, by scaling and squaring of the [13/13]
 * Padé approximant (Higham, SIAM J. Matrix Anal. Appl. 26, 2005) with the number of squarings of
 * Al-Mohy and Higham (SIAM J. Matrix Anal. Appl. 31, 2009).
 * @throws RangeError when an entry is not finite
 */
export function expm(a: Float64Array, n: number): Float64Array {
  return expmBatch(a, n, 1);
}

/**
 * The exponentials of `count` matrices stored one after the other, each row-major n × n.
 * @throws RangeError when the length is not count·n·n or an entry is not finite
 */
export function expmBatch(matrices: Float64Array, n: number, count: number): Float64Array {
  checkMatrix('matrices', matrices, count * n, n);
  const size = n * n;
  const results = new Float64Array(count * size);
  const workspace = padeWorkspace(n);
  const a = new Float64Array(size);
  for (let index = 0; index < count; index++) {
    a.set(matrices.subarray(index * size, (index + 1) * size));
    const result = results.subarray(index * size, (index + 1) * size);
    exponentiate(result, a, workspace);
  }
  return results;
}

/** Writes exp(A) into `result` and overwrites `a`. */
function exponentiate(result: Float64Array, a: Float64Array, pade: Pade): void {
  const { n, a2, u, v, w } = pade;
  const p = normalisation(a, n);
  const times = p === 0 ? 0 : scaledSquarings(a, p, pade);
  scale(a, -times);
  padePowers(pade, a);
  padeTerms(pade, a);
  for (let index = 0; index < result.length; index++) {
    result[index] = v[index] + u[index];
    w[index] = v[index] - u[index];
  }
  solveInPlace(w, result, n, n);
  for (let square = 0; square < times; square++) {
    multiplyInto(a2, result, result, n, n, n);
    result.set(a2);
  }
}

function scaledSquarings(a: Float64Array, p: number, pade: Pade): number {
  const { n, a4, a6, w } = pade;
  const normalised = a.slice();
  scale(normalised, -p);
  padePowers(pade, normalised);
  const productNorm = (left: Float64Array, right: Float64Array): number => {
    multiplyInto(w, left, right, n, n, n);
    return norm1(w, n);
  };
  return squarings(a, n, p, {
    norm4: norm1(a4, n),
    norm6: norm1(a6, n),
    norm8: productNorm(a4, a4),
    norm10: productNorm(a4, a6),
  });
}

function scale(matrix: Float64Array, exponent: number): void {
  if (exponent === 0) return;
  const factor = 2 ** exponent;
  for (let index = 0; index < matrix.length; index++) matrix[index] *= factor;
}
