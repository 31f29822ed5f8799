/** How well one identity holds. */
export interface Residual {
  /** The identity as it is written, e.g. `exp(−A) exp(A) = I`. */
  readonly identity: string;
  /** The largest violation found, relative to the size of the terms. */
  readonly value: number;
  /** The largest violation allowed. */
  readonly tolerance: number;
}

/** Largest |a − b| relative to 1 + the largest |b|; Infinity when something is not finite. */
export function difference(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  let size = 0;
  for (let entry = 0; entry < a.length; entry++) {
    largest = Math.max(largest, Math.abs(a[entry] - b[entry]));
    size = Math.max(size, Math.abs(b[entry]));
  }
  const value = largest / (1 + size);
  return Number.isFinite(value) && a.length === b.length ? value : Infinity;
}
