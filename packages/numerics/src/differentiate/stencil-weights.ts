/**
 * Weights w with Σ wᵢ f(xᵢ) ≈ f⁽ᵏ⁾(at), exact for polynomials of degree below the number of points, on
 * any distinct points: the recurrence of Fornberg (Math. Comp. 51, 1988).
 * @param derivative k, 0 or more and below the number of points
 */
export function stencilWeights(
  points: ArrayLike<number>,
  at: number,
  derivative: number,
): Float64Array {
  const n = points.length;
  const width = derivative + 1;
  const table = new Float64Array(n * width);
  table[0] = 1;
  let product = 1;
  let offset = points[0] - at;
  for (let i = 1; i < n; i++) {
    const highest = Math.min(i, derivative);
    const before = offset;
    offset = points[i] - at;
    let differences = 1;
    for (let j = 0; j < i; j++) {
      const gap = points[i] - points[j];
      differences *= gap;
      if (j === i - 1) {
        for (let k = highest; k >= 0; k--) {
          const lower = k === 0 ? 0 : k * table[(i - 1) * width + k - 1];
          const value = lower - before * table[(i - 1) * width + k];
          table[i * width + k] = (product * value) / differences;
        }
      }
      for (let k = highest; k >= 0; k--) {
        const lower = k === 0 ? 0 : k * table[j * width + k - 1];
        table[j * width + k] = (offset * table[j * width + k] - lower) / gap;
      }
    }
    product = differences;
  }
  return Float64Array.from({ length: n }, (_, i) => table[i * width + derivative]);
}
