import { invalidArgument } from '@noether/contracts';
import { representation, type Representation } from './representation.js';

/**
 * The irreducible representation of sl(2, R) on Rⁿ, spin (n − 1)/2, for the basis H, E, F with
 * [H, E] = 2E, [H, F] = −2F, [E, F] = H: H = diag(n − 1, n − 3, …), E vₖ = k(n − k) vₖ₋₁, F vₖ = vₖ₊₁
 * for k = 0 … n − 1 (Hall 2015, theorem 4.32).
 * @throws NoetherError when n is no integer of at least 1
 */
export function sl2Irreducible(n: number): Representation {
  if (!Number.isInteger(n) || n < 1) throw invalidArgument('n', n, 'give an integer of at least 1');
  const [h, e, f] = [0, 1, 2].map(() => new Float64Array(n * n));
  for (let k = 0; k < n; k++) {
    h[k * n + k] = n - 1 - 2 * k;
    if (k > 0) e[(k - 1) * n + k] = k * (n - k);
    if (k > 0) f[k * n + k - 1] = 1;
  }
  return representation(`sl(2) on R^${n}`, [h, e, f]);
}
