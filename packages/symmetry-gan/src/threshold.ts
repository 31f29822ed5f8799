/**
 * Sequential thresholding: for each generator (a stack of `size` × `size` matrices), entries whose
 * magnitude is at most `ratio` times the largest become 0 in the mask, the others 1. Masks are made
 * afresh each time, not accumulated (as in the reference implementation).
 */
export function thresholdMask(
  generators: Float32Array,
  size: number,
  ratio: number,
  mask: Float32Array,
): void {
  const entries = size * size;
  for (let start = 0; start < generators.length; start += entries) {
    let largest = 0;
    for (let index = start; index < start + entries; index++) {
      largest = Math.max(largest, Math.abs(generators[index]));
    }
    for (let index = start; index < start + entries; index++) {
      mask[index] = Math.abs(generators[index]) > ratio * largest ? 1 : 0;
    }
  }
}
