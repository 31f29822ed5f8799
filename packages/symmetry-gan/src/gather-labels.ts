/** Copies the labels of the samples `order[from] … order[from + count − 1]` into `target`, row by row. */
export function gatherLabels(
  labels: Float32Array | undefined,
  order: Int32Array,
  from: number,
  count: number,
  target: Float32Array,
): void {
  if (!labels) return;
  const width = target.length / count;
  for (let row = 0; row < count; row++) {
    const source = order[from + row] * width;
    target.set(labels.subarray(source, source + width), row * width);
  }
}
