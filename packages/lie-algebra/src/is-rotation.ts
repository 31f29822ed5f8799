import { determinant, multiply, transpose } from '@noether/numerics';

/** Whether gᵀg = I up to `tolerance` in every entry and det g > 0; g is row-major n × n. */
export function isRotation(element: Float64Array, n: number, tolerance: number): boolean {
  const product = multiply(transpose(element, n, n), element, n, n, n);
  const isOrthogonal = product.every(
    (entry, index) => Math.abs(entry - (index % (n + 1) === 0 ? 1 : 0)) <= tolerance,
  );
  return isOrthogonal && determinant(element, n) > 0;
}
