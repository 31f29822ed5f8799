import { taylorCoefficients, taylorDegree, taylorScale } from './expm-taylor.js';
import { multiply4 } from './multiply-small.js';

/**
 * The exponential of 4 × 4 matrices, without allocation: the Taylor polynomial of 2⁻ˢA is reduced
 * modulo the characteristic polynomial (Cayley and Hamilton) to one of degree 3, whose four
 * coefficients follow by Horner's rule in that ring, so that only A² and A³ are products; then s
 * squarings. The characteristic polynomial comes from the traces of powers (Newton's identities).
 * @returns a function that writes exp(A) into `result` for A of 1-norm `norm` ≤ `taylorLimit`
 */
export function exponential4(): (result: Float64Array, a: Float64Array, norm: number) => void {
  const a1 = new Float64Array(16);
  const a2 = new Float64Array(16);
  const a3 = new Float64Array(16);
  return (result, a, norm) => {
    const squarings = taylorScale(norm);
    const scale = 2 ** -squarings;
    for (let entry = 0; entry < 16; entry++) a1[entry] = a[entry] * scale;
    multiply4(a2, a1, a1);
    multiply4(a3, a2, a1);
    const t1 = a1[0] + a1[5] + a1[10] + a1[15];
    const t2 = a2[0] + a2[5] + a2[10] + a2[15];
    const t3 = a3[0] + a3[5] + a3[10] + a3[15];
    const p1 = -t1;
    const p2 = -(t2 + p1 * t1) / 2;
    const p3 = -(t3 + p1 * t2 + p2 * t1) / 3;
    const p4 = -(traceOfSquare(a2) + p1 * t3 + p2 * t2 + p3 * t1) / 4;
    const degree = taylorDegree(norm * scale);
    let [h0, h1, h2, h3] = [taylorCoefficients[degree], 0, 0, 0];
    for (let power = degree - 1; power >= 0; power--) {
      const top = h3;
      h3 = h2 - p1 * top;
      h2 = h1 - p2 * top;
      h1 = h0 - p3 * top;
      h0 = taylorCoefficients[power] - p4 * top;
    }
    for (let entry = 0; entry < 16; entry++) {
      result[entry] = h1 * a1[entry] + (h2 * a2[entry] + h3 * a3[entry]);
    }
    for (let entry = 0; entry < 16; entry += 5) result[entry] += h0;
    for (let square = 0; square < squarings; square++) multiply4(result, result, result);
  };
}

/** tr A². */
function traceOfSquare(a: Float64Array): number {
  const diagonal = a[0] * a[0] + a[5] * a[5] + a[10] * a[10] + a[15] * a[15];
  const first = a[1] * a[4] + a[2] * a[8] + a[3] * a[12];
  return diagonal + 2 * (first + a[6] * a[9] + a[7] * a[13] + a[11] * a[14]);
}
