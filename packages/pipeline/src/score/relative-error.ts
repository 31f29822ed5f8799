/** Σ(a − b)² / Σb². */
export function relativeError(a: Float64Array, b: Float64Array): number {
  let error = 0;
  let size = 0;
  for (let index = 0; index < b.length; index++) {
    error += (a[index] - b[index]) ** 2;
    size += b[index] ** 2;
  }
  return error / size;
}
