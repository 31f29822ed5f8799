/** Some rows of a row-major matrix, in the order given. */
export function rowsAt(rows: Float64Array, width: number, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length * width);
  at.forEach((row, index) =>
    picked.set(rows.subarray(row * width, (row + 1) * width), index * width),
  );
  return picked;
}
