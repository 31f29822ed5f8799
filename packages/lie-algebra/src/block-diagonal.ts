/** Writes the n × n `block` to rows and columns `start` … of a size × size matrix. */
export function placeBlock(
  target: Float64Array,
  size: number,
  start: number,
  block: Float64Array,
  n: number,
): void {
  for (let row = 0; row < n; row++) {
    target.set(block.subarray(row * n, (row + 1) * n), (start + row) * size + start);
  }
}

/** The n × n block at rows and columns `start` … of a size × size matrix. */
export function takeBlock(
  matrix: Float64Array,
  size: number,
  start: number,
  n: number,
): Float64Array {
  const block = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    const from = (start + row) * size + start;
    block.set(matrix.subarray(from, from + n), row * n);
  }
  return block;
}

/** The block-diagonal matrix of square blocks. */
export function blockDiagonal(blocks: readonly Float64Array[]): Float64Array {
  const sizes = blocks.map((block) => Math.sqrt(block.length));
  const size = sizes.reduce((sum, n) => sum + n, 0);
  const matrix = new Float64Array(size * size);
  let start = 0;
  blocks.forEach((block, index) => {
    placeBlock(matrix, size, start, block, sizes[index]);
    start += sizes[index];
  });
  return matrix;
}
