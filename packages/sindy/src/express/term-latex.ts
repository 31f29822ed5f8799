import { variableLatex } from './variable-latex.js';

/** A monomial in LaTeX, e.g. `x^{2} z_{1}`; `1` for the constant. */
export function termLatex(variables: readonly string[], exponents: readonly number[]): string {
  const factors = exponents.flatMap((power, variable) => {
    if (power === 0) return [];
    const { base, index } = variableLatex(variables[variable]);
    return [power === 1 ? `${base}${index}` : `${base}${index}^{${power}}`];
  });
  return factors.join(' ') || '1';
}
