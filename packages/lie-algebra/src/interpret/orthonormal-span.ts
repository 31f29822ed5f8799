/**
 * An orthonormal basis, in the Frobenius product, of the span of matrices that are given one after
 * the other (count × entries); Gram and Schmidt, twice for full digits. Dependent matrices give rows
 * of zeros.
 */
export function orthonormalSpan(matrices: Float64Array, entries: number): Float64Array {
  const basis = scaled(matrices, entries);
  const count = basis.length / entries;
  for (let row = 0; row < count; row++) {
    const current = basis.subarray(row * entries, (row + 1) * entries);
    const before = Math.sqrt(dot(current, current));
    for (let sweep = 0; sweep < 2; sweep++) {
      for (let other = 0; other < row; other++) {
        const direction = basis.subarray(other * entries, (other + 1) * entries);
        const share = dot(current, direction);
        for (let entry = 0; entry < entries; entry++) current[entry] -= share * direction[entry];
      }
    }
    const norm = Math.sqrt(dot(current, current));
    const scale = norm > 1e-12 * before ? 1 / norm : 0;
    for (let entry = 0; entry < entries; entry++) current[entry] *= scale;
  }
  return basis;
}

/** A copy with rows multiplied by powers of two, which rounds nothing, so that no square overflows. */
function scaled(matrices: Float64Array, entries: number): Float64Array {
  const rows = matrices.slice();
  for (let start = 0; start < rows.length; start += entries) {
    const row = rows.subarray(start, start + entries);
    const most = row.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
    if (!(most > 0 && Number.isFinite(most)) || (most > 1e-100 && most < 1e100)) continue;
    const factor = 2 ** -Math.floor(Math.log2(most) / 2);
    for (let entry = 0; entry < entries; entry++) row[entry] = row[entry] * factor * factor;
  }
  return rows;
}

/** The parts of `matrices` (count × entries) inside the span of an orthonormal `basis`. */
export function projectOnSpan(
  basis: Float64Array,
  matrices: Float64Array,
  entries: number,
): Float64Array {
  const inside = new Float64Array(matrices.length);
  for (let start = 0; start < matrices.length; start += entries) {
    const matrix = matrices.subarray(start, start + entries);
    for (let row = 0; row < basis.length; row += entries) {
      const direction = basis.subarray(row, row + entries);
      const share = dot(matrix, direction);
      for (let entry = 0; entry < entries; entry++) {
        inside[start + entry] += share * direction[entry];
      }
    }
  }
  return inside;
}

/** Σ aᵢ bᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
