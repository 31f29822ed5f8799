/** Generators on some coordinates, row-major size × size. */
interface Generators {
  readonly generators: readonly Float64Array[];
  readonly size: number;
}

/**
 * Generators that act alike on several copies of a space, diag(A, A, …), on one of the copies: the A.
 * Others come back as they are.
 */
export function onOneCopy(generators: readonly Float64Array[], n: number): Generators {
  for (let size = 1; size <= n / 2; size++) {
    if (n % size !== 0 || !generators.every((generator) => repeats(generator, n, size))) continue;
    const entry = (at: number): number => Math.floor(at / size) * n + (at % size);
    const blocks = generators.map((generator) =>
      Float64Array.from({ length: size * size }, (_, at) => generator[entry(at)]),
    );
    return { generators: blocks, size };
  }
  return { generators, size: n };
}

/** Whether a matrix has one and the same block of `size` all along its diagonal, and 0 elsewhere. */
function repeats(matrix: Float64Array, n: number, size: number): boolean {
  return matrix.every((value, at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    if (Math.floor(row / size) !== Math.floor(column / size)) return value === 0;
    return value === matrix[(row % size) * n + (column % size)];
  });
}
