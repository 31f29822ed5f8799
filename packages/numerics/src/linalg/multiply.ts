/**
 * The product C = A B of row-major matrices: A is m × k, B is k × n, the result m × n.
 * @throws RangeError when an array is too short or too long for its shape
 */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): Float64Array {
  if (a.length !== m * k || b.length !== k * n) {
    throw new RangeError(
      `The factors have ${a.length} and ${b.length} entries; expected ${m} × ${k} and ${k} × ${n}.`,
    );
  }
  const product = new Float64Array(m * n);
  multiplyInto(product, a, b, m, k, n);
  return product;
}

/**
 * Like {@link multiply}, writing into `product`, which must not be one of the factors. Rows of B are added four at a
 * time, to the same bits as one after the other, which spares three of four ways to and from the product.
 */
export function multiplyInto(
  product: Float64Array,
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  product.fill(0);
  const fours = k - (k % 4);
  for (let row = 0; row < m; row++) {
    const target = row * n;
    const factors = row * k;
    for (let inner = 0; inner < fours; inner += 4) {
      const factor0 = a[factors + inner];
      const factor1 = a[factors + inner + 1];
      const factor2 = a[factors + inner + 2];
      const factor3 = a[factors + inner + 3];
      const first = inner * n;
      for (let column = 0; column < n; column++) {
        const at = first + column;
        product[target + column] =
          product[target + column] +
          factor0 * b[at] +
          factor1 * b[at + n] +
          factor2 * b[at + 2 * n] +
          factor3 * b[at + 3 * n];
      }
    }
    for (let inner = fours; inner < k; inner++) {
      const factor = a[factors + inner];
      const source = inner * n;
      for (let column = 0; column < n; column++) {
        product[target + column] += factor * b[source + column];
      }
    }
  }
}
