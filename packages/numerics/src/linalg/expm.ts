import { checkMatrix } from './check-matrix.js';
import { normalisation, norm1, squarings } from './expm-scaling.js';
import { taylorLimit } from './expm-taylor.js';
import { expm2 } from './expm2.js';
import { exponential3 } from './expm3.js';
import { exponential4 } from './expm4.js';
import { multiplyInto } from './multiply.js';
import { type Pade, padePowers, padeTerms, padeWorkspace } from './pade.js';
import { solveInPlace } from './solve.js';

/**
 * The matrix exponential exp(A) of a row-major n × n matrix, as {@link expmBatch} computes it.
 * @throws RangeError when an entry is not finite
 */
export function expm(a: Float64Array, n: number): Float64Array {
  return expmBatch(a, n, 1);
}

/**
 * The exponentials of `count` matrices stored one after the other, each row-major n × n, by scaling
 * and squaring of the [13/13] Padé approximant (Higham, SIAM J. Matrix Anal. Appl. 26, 2005) with the
 * number of squarings of Al-Mohy and Higham (SIAM J. Matrix Anal. Appl. 31, 2009). Matrices of
 * moderate norm take a faster way of the same accuracy: the closed form for n ≤ 2, a Taylor polynomial,
 * of a degree chosen by the norm and reduced by Cayley and Hamilton, for n = 3 and 4.
 * @throws RangeError when the length is not count·n·n or an entry is not finite
 */
export function expmBatch(matrices: Float64Array, n: number, count: number): Float64Array {
  if (matrices.length !== count * n * n || !allFinite(matrices)) {
    checkMatrix('matrices', matrices, count * n, n);
  }
  if (n === 1) return matrices.map(Math.exp);
  const size = n * n;
  const results = new Float64Array(count * size);
  const fast = fastExponential(n);
  const workspace = padeWorkspace(n);
  const a = new Float64Array(size);
  const result = new Float64Array(size);
  for (let at = 0; at < results.length; at += size) {
    if (n === 2 && expm2(results, matrices, at)) continue;
    for (let entry = 0; entry < size; entry++) a[entry] = matrices[at + entry];
    const norm = fast ? norm1(a, n) : Infinity;
    if (fast && norm <= taylorLimit) fast(result, a, norm);
    else exponentiate(result, a, workspace);
    for (let entry = 0; entry < size; entry++) results[at + entry] = result[entry];
  }
  return results;
}

/** Whether nothing is NaN or infinite, in a loop that costs less than the exponentials. */
function allFinite(values: Float64Array): boolean {
  let zero = 0;
  for (let index = 0; index < values.length; index++) zero += 0 * values[index];
  return zero === 0;
}

function fastExponential(n: number): ReturnType<typeof exponential4> | undefined {
  if (n === 3) return exponential3();
  return n === 4 ? exponential4() : undefined;
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
