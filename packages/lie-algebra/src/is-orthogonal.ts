import { multiply, transpose } from '@noether/numerics';

/** Whether gᵀg = I up to `tolerance` in every entry; g is row-major n × n. */
export function isOrthogonal(element: Float64Array, n: number, tolerance: number): boolean {
  const product = multiply(transpose(element, n, n), element, n, n, n);
  return product.every(
    (entry, index) => Math.abs(entry - (index % (n + 1) === 0 ? 1 : 0)) <= tolerance,
  );
}
