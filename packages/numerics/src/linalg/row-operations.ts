/** The row with the entry of largest magnitude in column `pivot`, at or below the diagonal. */
export function largestBelow(a: Float64Array, n: number, pivot: number): number {
  let best = pivot;
  for (let row = pivot + 1; row < n; row++) {
    if (Math.abs(a[row * n + pivot]) > Math.abs(a[best * n + pivot])) best = row;
  }
  return best;
}

export function swapRows(matrix: Float64Array, width: number, first: number, second: number): void {
  for (let column = 0; column < width; column++) {
    const value = matrix[first * width + column];
    matrix[first * width + column] = matrix[second * width + column];
    matrix[second * width + column] = value;
  }
}

/** Adds `factor` times row `from` to row `to`. */
export function addRow(
  matrix: Float64Array,
  width: number,
  to: number,
  from: number,
  factor: number,
): void {
  const target = to * width;
  const source = from * width;
  for (let column = 0; column < width; column++) {
    matrix[target + column] += factor * matrix[source + column];
  }
}
