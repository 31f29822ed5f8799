/** How a fit is judged by its residual and its number of terms; smaller is better. */
export interface InformationCriteria {
  /** n ln(RSS/n) + 2k. */
  readonly aic: number;
  /** AIC + 2k(k+1)/(n−k−1). */
  readonly aicc: number;
  /** n ln(RSS/n) + k ln n. */
  readonly bic: number;
}

/** Criteria of one equation with `terms` terms fitted to `rows` rows. */
export function informationCriteria(
  residual: number,
  rows: number,
  terms: number,
): InformationCriteria {
  const base = rows * Math.log(residual / rows);
  const aic = base + 2 * terms;
  const spare = rows - terms - 1;
  return {
    aic,
    aicc: spare > 0 ? aic + (2 * terms * (terms + 1)) / spare : Infinity,
    bic: base + terms * Math.log(rows),
  };
}
