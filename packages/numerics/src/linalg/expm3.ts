import { taylorCoefficients, taylorDegree, taylorScale } from './expm-taylor.js';
import { multiply3 } from './multiply-small.js';

/**
 * The exponential of 3 × 3 matrices, as `exponential4` computes it: modulo the characteristic
 * polynomial the Taylor polynomial is a quadratic one, so that A² is the only product before the
 * squarings.
 * @returns a function that writes exp(A) into `result` for A of 1-norm `norm` ≤ `taylorLimit`
 */
export function exponential3(): (result: Float64Array, a: Float64Array, norm: number) => void {
  const a1 = new Float64Array(9);
  const a2 = new Float64Array(9);
  return (result, a, norm) => {
    const squarings = taylorScale(norm);
    const scale = 2 ** -squarings;
    for (let entry = 0; entry < 9; entry++) a1[entry] = a[entry] * scale;
    multiply3(a2, a1, a1);
    const t1 = a1[0] + a1[4] + a1[8];
    const t2 = a2[0] + a2[4] + a2[8];
    const p1 = -t1;
    const p2 = -(t2 + p1 * t1) / 2;
    const p3 = -(traceOfProduct(a2, a1) + p1 * t2 + p2 * t1) / 3;
    const degree = taylorDegree(norm * scale);
    let [h0, h1, h2] = [taylorCoefficients[degree], 0, 0];
    for (let power = degree - 1; power >= 0; power--) {
      const top = h2;
      h2 = h1 - p1 * top;
      h1 = h0 - p2 * top;
      h0 = taylorCoefficients[power] - p3 * top;
    }
    for (let entry = 0; entry < 9; entry++) result[entry] = h1 * a1[entry] + h2 * a2[entry];
    for (let entry = 0; entry < 9; entry += 4) result[entry] += h0;
    for (let square = 0; square < squarings; square++) multiply3(result, result, result);
  };
}

/** tr A B. */
function traceOfProduct(a: Float64Array, b: Float64Array): number {
  const rows = a[0] * b[0] + a[1] * b[3] + a[2] * b[6];
  const middle = a[3] * b[1] + a[4] * b[4] + a[5] * b[7];
  return rows + middle + (a[6] * b[2] + a[7] * b[5] + a[8] * b[8]);
}
