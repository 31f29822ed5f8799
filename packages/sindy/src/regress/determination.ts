/** Squares this much smaller than Σwẋ² are rounding: differences of 10⁻¹² of the values. */
const ROUNDING = 1e-24;

/**
 * R² = 1 − Σw(ẋ − Ξθ)² / Σw(ẋ − mean)². As in scikit-learn, a velocity that is constant is explained fully, 1, or
 * not at all, 0; here also one that is constant but for rounding.
 * @param square Σwẋ²
 */
export function determination(residual: number, total: number, square: number): number {
  const rounding = ROUNDING * square;
  if (total > rounding) return 1 - residual / total;
  return residual <= rounding ? 1 : 0;
}
