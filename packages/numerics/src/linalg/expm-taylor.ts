import type { SquareProduct } from './multiply-small.js';

/**
 * Taylor degrees 4p and the largest ‖A‖₁ for which the truncation is below rounding: the remainder
 * ‖A‖^(m+1)/(m+1)! of degree m is under 2⁻⁵³ ‖A‖.
 */
const steps = [
  { blocks: 1, limit: 3.5e-4 },
  { blocks: 2, limit: 0.05 },
  { blocks: 3, limit: 0.3 },
  { blocks: 4, limit: 0.78 },
] as const;

/** 1/k!. */
const c = Float64Array.from({ length: 17 }, (_, k) => {
  let factorial = 1;
  for (let factor = 2; factor <= k; factor++) factorial *= factor;
  return 1 / factorial;
});

/** Largest ‖A‖₁ this is meant for: above it the many squarings lose digits of nonnormal matrices. */
export const taylorLimit = 12;

/**
 * The exponential of small matrices of a fixed n, without allocation: the Taylor polynomial of degree
 * 4, 8, 12 or 16 of 2⁻ˢA in blocks of four (Paterson and Stockmeyer, SIAM J. Comput. 2, 1973), chosen
 * by ‖A‖₁, then s squarings.
 * @returns a function that writes exp(A) into `result` for A of 1-norm `norm` ≤ `taylorLimit`
 */
export function taylorExponential(
  n: number,
  product: SquareProduct,
): (result: Float64Array, a: Float64Array, norm: number) => void {
  const size = n * n;
  const [a1, a2, a3, a4] = [0, 1, 2, 3].map(() => new Float64Array(size));
  const sum = new Float64Array(size);
  return (result, a, norm) => {
    let squarings = 0;
    let scale = 1;
    while (norm * scale > 0.78) {
      scale /= 2;
      squarings++;
    }
    const scaled = norm * scale;
    let step = 0;
    while (scaled > steps[step].limit) step++;
    const { blocks } = steps[step];
    for (let entry = 0; entry < size; entry++) a1[entry] = a[entry] * scale;
    product(a2, a1, a1);
    product(a3, a2, a1);
    product(a4, a2, a2);
    const top = 4 * blocks;
    for (let entry = 0; entry < size; entry++) sum[entry] = c[top] * a4[entry];
    for (let low = top - 4; low >= 0; low -= 4) {
      const [c0, c1, c2, c3] = [c[low], c[low + 1], c[low + 2], c[low + 3]];
      for (let entry = 0; entry < size; entry++) {
        sum[entry] += c1 * a1[entry] + c2 * a2[entry] + c3 * a3[entry];
      }
      for (let entry = 0; entry < size; entry += n + 1) sum[entry] += c0;
      if (low > 0) product(sum, sum, a4);
    }
    for (let square = 0; square < squarings; square++) product(sum, sum, sum);
    for (let entry = 0; entry < size; entry++) result[entry] = sum[entry];
  };
}
