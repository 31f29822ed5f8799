import { invalidArgument } from '@noether/contracts';
import { orthonormalSpan } from './orthonormal-span.js';

/**
 * A basis of the same span with many zeros and ones: the reduced row echelon form with the largest
 * remaining entry as the pivot, so that each generator has a 1 where all the others have a 0. For so(n)
 * in orthogonal coordinates these are the Eᵢⱼ − Eⱼᵢ. Entries up to `tolerance` become 0. Scale, sign
 * and order, which mean nothing in a discovered basis, are fixed by this.
 * @param generators linearly independent row-major matrices
 * @throws NoetherError when there are none, they differ in size, or are dependent, 0 or not finite
 */
export function sparsestBasis(
  generators: readonly Float64Array[],
  tolerance = 1e-10,
): Float64Array[] {
  const entries = generators[0]?.length ?? 0;
  if (entries === 0 || generators.some((matrix) => matrix.length !== entries)) {
    throw invalidArgument('generators', generators, 'give matrices of one size');
  }
  const stacked = Float64Array.from(generators.flatMap((matrix) => Array.from(matrix)));
  const basis = orthonormalSpan(stacked, entries);
  const rows = generators.map((_, i) => basis.slice(i * entries, (i + 1) * entries));
  const pivots: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const [source, column] = largestEntry(rows, row);
    [rows[row], rows[source]] = [rows[source], rows[row]];
    const pivot = rows[row][column];
    if (!(Math.abs(pivot) > 1e-9)) {
      throw invalidArgument(
        'generators',
        generators,
        'they must be finite and independent, none 0',
      );
    }
    rows[row] = rows[row].map((entry) => entry / pivot);
    rows.forEach((other, index) => {
      if (index === row) return;
      const factor = other[column];
      for (let e = 0; e < entries; e++) other[e] -= factor * rows[row][e];
    });
    pivots.push(column);
  }
  const order = Array.from(pivots.keys()).sort((a, b) => pivots[a] - pivots[b]);
  return order.map((index) =>
    rows[index].map((entry) => (Math.abs(entry) <= tolerance ? 0 : entry)),
  );
}

/** The row from `first` on and the column of the largest entry; of equals the first. */
function largestEntry(rows: readonly Float64Array[], first: number): [number, number] {
  let [row, column, size] = [first, 0, 0];
  for (let index = first; index < rows.length; index++) {
    rows[index].forEach((entry, e) => {
      if (Math.abs(entry) > size * (1 + 1e-9)) [row, column, size] = [index, e, Math.abs(entry)];
    });
  }
  return [row, column];
}
