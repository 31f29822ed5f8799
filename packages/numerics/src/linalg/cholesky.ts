/**
 * The lower triangle L with A = L Lᵀ of a symmetric positive definite matrix, row-major n × n; zeros above.
 * @throws RangeError when A is not n × n or not positive definite
 */
export function cholesky(matrix: ArrayLike<number>, n: number): Float64Array {
  if (matrix.length !== n * n) {
    throw new RangeError(`matrix has ${matrix.length} entries; expected ${n} × ${n}.`);
  }
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * n + j];
      for (let k = 0; k < j; k++) value -= lower[i * n + k] * lower[j * n + k];
      if (j < i) {
        lower[i * n + j] = value / lower[j * n + j];
      } else if (value > 0) {
        lower[i * n + i] = Math.sqrt(value);
      } else {
        throw new RangeError(`The matrix is not positive definite: pivot ${i} is ${value}.`);
      }
    }
  }
  return lower;
}

/** Solves L X = B by forward substitution; B is row-major n × columns and is overwritten by X. */
export function solveLower(
  lower: Float64Array,
  n: number,
  right: Float64Array,
  columns: number,
): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const factor = lower[i * n + k];
      if (factor === 0) continue;
      for (let c = 0; c < columns; c++) right[i * columns + c] -= factor * right[k * columns + c];
    }
    for (let c = 0; c < columns; c++) right[i * columns + c] /= lower[i * n + i];
  }
}
