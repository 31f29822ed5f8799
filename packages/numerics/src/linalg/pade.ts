import { multiplyInto } from './multiply.js';

/** Coefficients b₀ … b₁₃ of the [13/13] Padé approximant of exp (Higham 2005, table 2.2). */
const b = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000,
  10559470521600, 670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
] as const;

/**
 * The parts of the approximant r(A) = (V − U)⁻¹(V + U) with U = A·W, W = A⁶W₁ + W₂ and
 * V = A⁶Z₁ + Z₂, kept because the derivative needs them too.
 */
export interface Pade {
  readonly n: number;
  readonly a2: Float64Array;
  readonly a4: Float64Array;
  readonly a6: Float64Array;
  readonly w1: Float64Array;
  readonly w: Float64Array;
  readonly z1: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** Room for one approximant of n × n matrices, to be used again and again. */
export function padeWorkspace(n: number): Pade {
  const matrix = (): Float64Array => new Float64Array(n * n);
  return {
    n,
    a2: matrix(),
    a4: matrix(),
    a6: matrix(),
    w1: matrix(),
    w: matrix(),
    z1: matrix(),
    u: matrix(),
    v: matrix(),
  };
}

/** Fills a², a⁴ and a⁶. */
export function padePowers(pade: Pade, a: Float64Array): void {
  const { n, a2, a4, a6 } = pade;
  multiplyInto(a2, a, a, n, n, n);
  multiplyInto(a4, a2, a2, n, n, n);
  multiplyInto(a6, a4, a2, n, n, n);
}

/** Fills U and V from A and its powers. */
export function padeTerms(pade: Pade, a: Float64Array): void {
  const { n, a2, a4, a6, w1, w, z1, u, v } = pade;
  combine(w1, b[13], a6, b[11], a4, b[9], a2);
  multiplyInto(w, a6, w1, n, n, n);
  addCombination(w, b[7], a6, b[5], a4, b[3], a2);
  combine(z1, b[12], a6, b[10], a4, b[8], a2);
  multiplyInto(v, a6, z1, n, n, n);
  addCombination(v, b[6], a6, b[4], a4, b[2], a2);
  for (let index = 0; index < n * n; index += n + 1) {
    w[index] += b[1];
    v[index] += b[0];
  }
  multiplyInto(u, a, w, n, n, n);
}

/** Derivatives of U and V in direction E (Al-Mohy and Higham 2009b, algorithm 6.4). */
export function padeDerivatives(
  pade: Pade,
  a: Float64Array,
  direction: Float64Array,
): { du: Float64Array; dv: Float64Array } {
  const { n, a2, a4, a6, w1, w, z1 } = pade;
  const m2 = sumOfProducts(a, direction, direction, a, n);
  const m4 = sumOfProducts(a2, m2, m2, a2, n);
  const m6 = sumOfProducts(a4, m2, m4, a2, n);
  const dw1 = new Float64Array(n * n);
  combine(dw1, b[13], m6, b[11], m4, b[9], m2);
  const dw = sumOfProducts(a6, dw1, m6, w1, n);
  addCombination(dw, b[7], m6, b[5], m4, b[3], m2);
  const dz1 = new Float64Array(n * n);
  combine(dz1, b[12], m6, b[10], m4, b[8], m2);
  const dv = sumOfProducts(a6, dz1, m6, z1, n);
  addCombination(dv, b[6], m6, b[4], m4, b[2], m2);
  return { du: sumOfProducts(a, dw, direction, w, n), dv };
}

/** a·x + c·y. */
export function sumOfProducts(
  a: Float64Array,
  x: Float64Array,
  c: Float64Array,
  y: Float64Array,
  n: number,
): Float64Array {
  const sum = new Float64Array(n * n);
  const second = new Float64Array(n * n);
  multiplyInto(sum, a, x, n, n, n);
  multiplyInto(second, c, y, n, n, n);
  for (let index = 0; index < sum.length; index++) sum[index] += second[index];
  return sum;
}

function combine(
  target: Float64Array,
  c6: number,
  a6: Float64Array,
  c4: number,
  a4: Float64Array,
  c2: number,
  a2: Float64Array,
): void {
  target.fill(0);
  addCombination(target, c6, a6, c4, a4, c2, a2);
}

function addCombination(
  target: Float64Array,
  c6: number,
  a6: Float64Array,
  c4: number,
  a4: Float64Array,
  c2: number,
  a2: Float64Array,
): void {
  for (let index = 0; index < target.length; index++) {
    target[index] += c6 * a6[index] + c4 * a4[index] + c2 * a2[index];
  }
}
