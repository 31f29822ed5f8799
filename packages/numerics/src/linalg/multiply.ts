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

/** Like {@link multiply}, writing into `product`, which must not be one of the factors. */
export function multiplyInto(
  product: Float64Array,
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  product.fill(0);
  for (let row = 0; row < m; row++) {
    const target = row * n;
    for (let inner = 0; inner < k; inner++) {
      const factor = a[row * k + inner];
      const source = inner * n;
      for (let column = 0; column < n; column++) {
        product[target + column] += factor * b[source + column];
      }
    }
  }
}
