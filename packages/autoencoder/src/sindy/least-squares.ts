import { NoetherError } from '@noether/contracts';
import { streamingQr } from '@noether/numerics';

/**
 * The B (p × m) of least squares ‖A B − Y‖, row-major A rows × p and Y rows × m, by the R factor of
 * [A | Y] with the columns of A scaled to one length.
 * @throws NoetherError when the columns of A depend on each other
 */
export function leastSquares(
  a: Float64Array,
  y: Float64Array,
  { rows, p, m }: { readonly rows: number; readonly p: number; readonly m: number },
): Float64Array {
  const lengths = new Float64Array(p);
  a.forEach((value, at) => (lengths[at % p] += value ** 2));
  const scales = lengths.map((square) => (square > 0 ? Math.sqrt(square / rows) : 1));
  const width = p + m;
  const qr = streamingQr(width);
  const row = new Float64Array(width);
  for (let at = 0; at < rows; at++) {
    for (let column = 0; column < p; column++) row[column] = a[at * p + column] / scales[column];
    row.set(y.subarray(at * m, at * m + m), p);
    qr.push(row, 1);
  }
  const r = qr.factor();
  const solution = new Float64Array(p * m);
  for (let target = 0; target < m; target++) {
    for (let column = p - 1; column >= 0; column--) {
      let rest = r[column * width + p + target];
      for (let next = column + 1; next < p; next++) {
        rest -= r[column * width + next] * solution[next * m + target];
      }
      const pivot = r[column * width + column];
      if (!(Math.abs(pivot) > 1e-12 * r[0])) throw dependent(column);
      solution[column * m + target] = rest / pivot;
    }
  }
  return solution.map((value, at) => value / scales[Math.floor(at / m)]);
}

function dependent(column: number): NoetherError {
  return new NoetherError(`Column ${column} depends on the ones before it.`, {
    code: 'dependent-columns',
    hint: 'Give more varied rows, or leave the column out.',
  });
}
