import { expm, solve } from '@noether/numerics';

/**
 * The u with exp [[A, u], [0, 0]] = [[exp A, t], [0, 1]]: t = V u with V = (exp(A) − 1)/A, the corner of
 * exp [[A, I], [0, 0]]. V is regular unless A has an eigenvalue 2πik, k ≠ 0.
 * @param linear A, row-major n × n
 */
export function translationLogarithm(
  linear: Float64Array,
  translation: Float64Array,
  n: number,
): Float64Array {
  const width = 2 * n;
  const block = new Float64Array(width * width);
  for (let row = 0; row < n; row++) {
    block.set(linear.subarray(row * n, (row + 1) * n), row * width);
    block[row * width + n + row] = 1;
  }
  const exponential = expm(block, width);
  const corner = new Float64Array(n * n).map(
    (_, entry) => exponential[Math.floor(entry / n) * width + n + (entry % n)],
  );
  return solve(corner, translation, n);
}
