/** The Legendre polynomials P₀ … P_{count − 1} at x, by (n + 1) Pₙ₊₁ = (2n + 1) x Pₙ − n Pₙ₋₁. */
export function legendre(x: number, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    values[n] = n < 2 ? x ** n : ((2 * n - 1) * x * values[n - 1] - (n - 1) * values[n - 2]) / n;
  }
  return values;
}
