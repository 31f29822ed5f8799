/**
 * Solves R₁₁ X = R₁₂ by back substitution, where R is a triangular factor (row-major columns ×
 * columns), R₁₁ its leading n × n block and R₁₂ the columns `from … from + count − 1` above row n.
 * @returns X, row-major n × count; a column whose pivot is 0 to working precision gets 0
 */
export function triangularSolve(
  factor: Float64Array,
  columns: number,
  n: number,
  from: number,
  count: number,
): Float64Array {
  const solution = new Float64Array(n * count);
  let largest = 0;
  for (let row = 0; row < n; row++)
    largest = Math.max(largest, Math.abs(factor[row * columns + row]));
  for (let row = n - 1; row >= 0; row--) {
    const pivot = factor[row * columns + row];
    if (Math.abs(pivot) <= 1e-15 * largest) continue;
    for (let column = 0; column < count; column++) {
      let value = factor[row * columns + from + column];
      for (let later = row + 1; later < n; later++) {
        value -= factor[row * columns + later] * solution[later * count + column];
      }
      solution[row * count + column] = value / pivot;
    }
  }
  return solution;
}
