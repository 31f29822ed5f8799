/**
 * Effective rank exp(−Σ pᵢ ln pᵢ) over the shares pᵢ of the eigenvalues of a covariance: k when k of them
 * are equal and the others 0, 0 when all are. Eigenvalues below 0, which rounding makes, count as 0.
 * Source: O. Roy and M. Vetterli, EUSIPCO 2007.
 */
export function effectiveRank(eigenvalues: ArrayLike<number>): number {
  const values = Array.from(eigenvalues, (value) => Math.max(value, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const entropy = values.reduce(
    (sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum),
    0,
  );
  return Math.exp(entropy);
}
