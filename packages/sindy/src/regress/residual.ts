/**
 * |A w − y|² from the triangular factor R of [A | Y], without the rows: the length of R·(w, −1) in the
 * columns of A and the column `target`.
 * @param coefficients w, one per column of A
 */
export function residualSquare(
  factor: Float64Array,
  coefficients: Float64Array,
  target: number,
): number {
  const columns = Math.sqrt(factor.length);
  let square = 0;
  for (let row = 0; row <= target; row++) {
    let difference = -factor[row * columns + target];
    for (let term = row; term < coefficients.length; term++) {
      difference += factor[row * columns + term] * coefficients[term];
    }
    square += difference * difference;
  }
  return square;
}
