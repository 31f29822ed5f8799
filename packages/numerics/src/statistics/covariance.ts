/**
 * The covariance matrix Σ (x − x̄)(x − x̄)ᵀ / (n − 1) of n rows of d variables, row-major d × d.
 * @throws RangeError when there are fewer than two rows or the length is not n·d
 */
export function covariance(rows: ArrayLike<number>, n: number, d: number): Float64Array {
  if (n < 2 || rows.length !== n * d) {
    throw new RangeError(`rows has ${rows.length} numbers; expected ${n} ≥ 2 rows of ${d}.`);
  }
  const centre = new Float64Array(d);
  for (let index = 0; index < rows.length; index++) centre[index % d] += rows[index] / n;
  const result = new Float64Array(d * d);
  const deviation = new Float64Array(d);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < d; i++) deviation[i] = rows[row * d + i] - centre[i];
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) result[i * d + j] += (deviation[i] * deviation[j]) / (n - 1);
    }
  }
  return result;
}
