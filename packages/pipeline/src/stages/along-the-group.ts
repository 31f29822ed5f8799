import type { SymmetryBasis } from '@noether/contracts';
import { expm } from '@noether/numerics';

/** The parameter of a whole turn, or null when the generator hardly turns. */
export function turnOf(omega: number): number | null {
  return omega > 0.1 ? (2 * Math.PI) / omega : null;
}

/** c + exp(w L)(z − c) with one of the generators, for all rows. */
export function moved(
  { dimension: k, generators, centre }: SymmetryBasis,
  w: number,
  z: Float64Array,
  generator = 0,
): Float64Array {
  const g = expm(
    generators[generator].map((entry) => entry * w),
    k,
  );
  return z.map((_, index) => {
    const row = index - (index % k);
    const i = index % k;
    let sum = centre[i];
    for (let j = 0; j < k; j++) sum += g[i * k + j] * (z[row + j] - centre[j]);
    return sum;
  });
}
