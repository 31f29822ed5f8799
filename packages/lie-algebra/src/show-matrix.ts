/** A short text of a matrix for messages: its entries up to 4 × 4, else its size. */
export function showMatrix(matrix: Float64Array, n: number): string {
  if (n > 4 || matrix.length !== n * n) return `a ${n} × ${n} matrix`;
  const rows = Array.from({ length: n }, (_, row) =>
    Array.from(matrix.subarray(row * n, (row + 1) * n), (entry) =>
      String(Number(entry.toPrecision(4)) + 0),
    ).join(', '),
  );
  return `[${rows.join('; ')}]`;
}
