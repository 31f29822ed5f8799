/** Writes A B of row-major 3 × 3 matrices into `product`, which may be A or B; unrolled. */
export function multiply3(product: Float64Array, a: Float64Array, b: Float64Array): void {
  const b0 = b[0];
  const b1 = b[1];
  const b2 = b[2];
  const b3 = b[3];
  const b4 = b[4];
  const b5 = b[5];
  const b6 = b[6];
  const b7 = b[7];
  const b8 = b[8];
  for (let row = 0; row < 9; row += 3) {
    const x = a[row];
    const y = a[row + 1];
    const z = a[row + 2];
    product[row] = x * b0 + y * b3 + z * b6;
    product[row + 1] = x * b1 + y * b4 + z * b7;
    product[row + 2] = x * b2 + y * b5 + z * b8;
  }
}

/** Writes A B of row-major 4 × 4 matrices into `product`, which may be A or B; unrolled. */
export function multiply4(product: Float64Array, a: Float64Array, b: Float64Array): void {
  const b0 = b[0];
  const b1 = b[1];
  const b2 = b[2];
  const b3 = b[3];
  const b4 = b[4];
  const b5 = b[5];
  const b6 = b[6];
  const b7 = b[7];
  const b8 = b[8];
  const b9 = b[9];
  const b10 = b[10];
  const b11 = b[11];
  const b12 = b[12];
  const b13 = b[13];
  const b14 = b[14];
  const b15 = b[15];
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
