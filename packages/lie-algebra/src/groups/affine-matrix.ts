/** An n × n matrix with a row and a column of zeros added. */
export function bordered(matrix: Float64Array, n: number): Float64Array {
  const result = new Float64Array((n + 1) ** 2);
  for (let row = 0; row < n; row++) {
    result.set(matrix.subarray(row * n, (row + 1) * n), row * (n + 1));
  }
  return result;
}

/** The first n rows and columns of an (n + 1) × (n + 1) matrix. */
export function linearPart(element: Float64Array, n: number): Float64Array {
  const part = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    part.set(element.subarray(row * (n + 1), row * (n + 1) + n), row * n);
  }
  return part;
}

/** The first n entries of the last column of an (n + 1) × (n + 1) matrix. */
export function translationPart(element: Float64Array, n: number): Float64Array {
  return new Float64Array(n).map((_, row) => element[row * (n + 1) + n]);
}

/** Whether the last row of an (n + 1) × (n + 1) matrix is (0 … 0, 1), up to `tolerance`. */
export function isAffine(element: Float64Array, n: number, tolerance: number): boolean {
  const last = element.subarray(n * (n + 1));
  return last.every((entry, index) => Math.abs(entry - (index === n ? 1 : 0)) <= tolerance);
}
