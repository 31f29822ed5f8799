/** Writes A B into `product`, which may be A or B; all row-major n × n. */
export type SquareProduct = (product: Float64Array, a: Float64Array, b: Float64Array) => void;

/** {@link SquareProduct} of 3 × 3 matrices, unrolled. */
export function multiply3(product: Float64Array, a: Float64Array, b: Float64Array): void {
  const [b0, b1, b2] = [b[0], b[1], b[2]];
  const [b3, b4, b5] = [b[3], b[4], b[5]];
  const [b6, b7, b8] = [b[6], b[7], b[8]];
  for (let row = 0; row < 9; row += 3) {
    const x = a[row];
    const y = a[row + 1];
    const z = a[row + 2];
    product[row] = x * b0 + y * b3 + z * b6;
    product[row + 1] = x * b1 + y * b4 + z * b7;
    product[row + 2] = x * b2 + y * b5 + z * b8;
  }
}

/** {@link SquareProduct} of 4 × 4 matrices, unrolled. */
export function multiply4(product: Float64Array, a: Float64Array, b: Float64Array): void {
  const [b0, b1, b2, b3] = [b[0], b[1], b[2], b[3]];
  const [b4, b5, b6, b7] = [b[4], b[5], b[6], b[7]];
  const [b8, b9, b10, b11] = [b[8], b[9], b[10], b[11]];
  const [b12, b13, b14, b15] = [b[12], b[13], b[14], b[15]];
  for (let row = 0; row < 16; row += 4) {
    const x = a[row];
    const y = a[row + 1];
    const z = a[row + 2];
    const w = a[row + 3];
    product[row] = x * b0 + y * b4 + z * b8 + w * b12;
    product[row + 1] = x * b1 + y * b5 + z * b9 + w * b13;
    product[row + 2] = x * b2 + y * b6 + z * b10 + w * b14;
    product[row + 3] = x * b3 + y * b7 + z * b11 + w * b15;
  }
}
