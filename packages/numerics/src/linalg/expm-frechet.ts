import { checkMatrix } from './check-matrix.js';
import { norm1 } from './expm-scaling.js';
import { multiply } from './multiply.js';
import { padeDerivatives, padePowers, padeTerms, padeWorkspace, sumOfProducts } from './pade.js';
import { solve } from './solve.js';

/** ℓ₁₃ of Al-Mohy and Higham (2009b), table 6.1. */
const limit = 4.74;

/** exp(A) and its derivative in one direction. */
export interface ExpmFrechet {
  readonly exponential: Float64Array;
  /** L(A, E) = d/dt exp(A + tE) at t = 0. */
  readonly derivative: Float64Array;
}

/**
 * The exponential of a row-major n × n matrix together with its Fréchet derivative in `direction`:
 * the Padé recurrence and the squarings, differentiated exactly (Al-Mohy and Higham, SIAM J. Matrix
 * Anal. Appl. 30, 2009, algorithm 6.4). The gradient of ⟨G, exp(A)⟩ with respect to A is L(Aᵀ, G).
 * @throws RangeError when an entry is not finite
 */
export function expmFrechet(a: Float64Array, direction: Float64Array, n: number): ExpmFrechet {
  checkMatrix('a', a, n, n);
  checkMatrix('direction', direction, n, n);
  const times = Math.max(0, Math.ceil(Math.log2(norm1(a, n) / limit)));
  const scaled = a.map((entry) => entry * 2 ** -times);
  const scaledDirection = direction.map((entry) => entry * 2 ** -times);
  const pade = padeWorkspace(n);
  padePowers(pade, scaled);
  padeTerms(pade, scaled);
  const { du, dv } = padeDerivatives(pade, scaled, scaledDirection);
  const { u, v } = pade;
  const denominator = v.map((entry, index) => entry - u[index]);
  const numerator = v.map((entry, index) => entry + u[index]);
  let exponential = solve(denominator, numerator, n, n);
  const difference = du.map((entry, index) => entry - dv[index]);
  const right = multiply(difference, exponential, n, n, n);
  for (let index = 0; index < right.length; index++) right[index] += du[index] + dv[index];
  let derivative = solve(denominator, right, n, n);
  for (let square = 0; square < times; square++) {
    derivative = sumOfProducts(exponential, derivative, derivative, exponential, n);
    exponential = multiply(exponential, exponential, n, n, n);
  }
  return { exponential, derivative };
}
