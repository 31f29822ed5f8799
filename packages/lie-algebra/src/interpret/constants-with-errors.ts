import { inverse } from '@noether/numerics';
import { structureConstants } from '../structure-constants.js';
import type { FoundSpan } from './found-span.js';
import { dot } from './orthonormal-span.js';

/**
 * Structure constants of generators of norm 1 with the standard errors that independent errors σ of
 * all entries give them: σ √((4/n + Σₘ cᵢⱼₘ²) (G⁻¹)ₖₖ) to first order, G the Gram matrix of the
 * generators.
 */
export function constantsWithErrors(
  { n, c, matrices }: FoundSpan,
  noise: number,
): { readonly values: Float64Array; readonly errors: Float64Array } {
  const entries = n * n;
  const rows = Array.from({ length: c }, (_, i) => matrices.slice(i * entries, (i + 1) * entries));
  const values = structureConstants(rows, n);
  const gram = Float64Array.from(rows.flatMap((a) => rows.map((b) => dot(a, b))));
  const spread = inverse(gram, c);
  const errors = values.map((_, index) => {
    const pair = index - (index % c);
    if (Math.floor(pair / (c * c)) === (pair / c) % c) return 0;
    const constants = values.subarray(pair, pair + c);
    return noise * Math.sqrt((4 / n + dot(constants, constants)) * spread[(index % c) * (c + 1)]);
  });
  return { values, errors };
}
