/**
 * Values at `points` of the k-th derivative of φ = (1 − s²)ᵖ, with s from −1 at the first to 1 at the last point,
 * times the widths of the trapezoidal rule: Σ wᵢ f(xᵢ) ≈ ∫ φ⁽ᵏ⁾ f dx. For even points and smooth f the rule is of
 * order p − k, because φ is flat at the ends.
 * @param derivative k, below p
 */
export function bumpWeights(points: Float64Array, power: number, derivative: number): Float64Array {
  const n = points.length;
  const half = (points[n - 1] - points[0]) / 2;
  const middle = (points[n - 1] + points[0]) / 2;
  let polynomial = [1];
  for (let factor = 0; factor < power; factor++) {
    const next = new Array<number>(polynomial.length + 2).fill(0);
    polynomial.forEach((value, degree) => {
      next[degree] += value;
      next[degree + 2] -= value;
    });
    polynomial = next;
  }
  for (let times = 0; times < derivative; times++) {
    polynomial = polynomial.slice(1).map((value, degree) => ((degree + 1) * value) / half);
  }
  return points.map((point, at) => {
    const s = (point - middle) / half;
    const value = polynomial.reduceRight((sum, coefficient) => sum * s + coefficient, 0);
    const width = (points[Math.min(at + 1, n - 1)] - points[Math.max(at - 1, 0)]) / 2;
    return value * width;
  });
}
