import { multiply, transpose } from '@noether/numerics';

/** Whether gᵀ S g = S up to `tolerance` relative to the size of the terms; row-major n × n. */
export function preservesForm(
  element: Float64Array,
  form: Float64Array,
  n: number,
  tolerance: number,
): boolean {
  const right = multiply(form, element, n, n, n);
  const moved = multiply(transpose(element, n, n), right, n, n, n);
  const size = element.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 1);
  return moved.every((entry, index) => Math.abs(entry - form[index]) <= tolerance * size * size);
}
