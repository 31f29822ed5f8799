import { eigenvalues, type Complex } from '@noether/numerics';

/** Eigenvalues of L/‖L‖ times ‖L‖ where squares of its entries would overflow or vanish. */
export function scaledEigenvalues(generator: Float64Array, n: number): Complex[] {
  const norm = Math.hypot(...generator);
  if (norm === 0 || (norm > 1e-100 && norm < 1e100)) return eigenvalues(generator, n);
  return eigenvalues(
    generator.map((entry) => entry / norm),
    n,
  ).map(({ re, im }) => ({ re: re * norm, im: im * norm }));
}
