import { polynomialLibrary } from '../library/polynomial.js';
import { termName } from '../express/term-name.js';
import { type DerivativeIndex, derivativeIndices } from './derivative-indices.js';

/** A candidate ∂^α g(u) with a monomial g, as a sum of terms of `pdeLibrary`. */
export interface WeakCandidate {
  readonly index: DerivativeIndex;
  /** Which monomial. */
  readonly monomial: number;
  /** Names of terms of `pdeLibrary` and their factors: ∂ₓ(u²) is 2 `u u_x`. */
  readonly parts: readonly { readonly term: string; readonly factor: number }[];
}

/**
 * What the weak form can test without a derivative of the data: monomials, derivatives of the fields, and
 * first derivatives of products of fields (fluxes).
 * @returns the candidates, and the exponents of the monomials that they name
 */
export function weakCandidates(
  fields: readonly string[],
  axes: readonly string[],
  order: number,
  degree: number,
): { candidates: WeakCandidate[]; monomials: readonly (readonly number[])[] } {
  const monomials = polynomialLibrary(fields, degree + 1, { constant: false }).terms.map(
    ({ exponents }) => exponents,
  );
  const total = (exponents: readonly number[]): number =>
    exponents.reduce((sum, power) => sum + power, 0);
  const none: DerivativeIndex = axes.map(() => 0);
  const candidates: WeakCandidate[] = [];
  monomials.forEach((exponents, monomial) => {
    if (total(exponents) > degree) return;
    const parts = [{ term: termName(fields, exponents), factor: 1 }];
    candidates.push({ index: none, monomial, parts });
  });
  for (const index of derivativeIndices(axes.length, order)) {
    const suffix = index.map((times, axis) => axes[axis].repeat(times)).join('');
    const first = index.reduce((sum, times) => sum + times, 0) === 1;
    monomials.forEach((exponents, monomial) => {
      if (total(exponents) > 1 && !first) return;
      const parts = exponents.flatMap((power, field) => {
        if (power === 0) return [];
        const rest = exponents.map((other, at) => other - (at === field ? 1 : 0));
        const slope = `${fields[field]}_${suffix}`;
        const alone = total(rest) === 0;
        return [{ term: alone ? slope : `${termName(fields, rest)} ${slope}`, factor: power }];
      });
      candidates.push({ index, monomial, parts });
    });
  }
  return { candidates, monomials };
}
