/** How the parts of a linear combination are written. */
export interface SumStyle {
  /** A positive number. */
  number(value: number): string;
  /** Coefficient and term; the term is empty for the constant. */
  product(coefficient: string, term: string): string;
}

/**
 * Writes Σ cₜ·termₜ with signs between the summands, leaving out zeros; `0` when nothing is left.
 * A term named `1` is the constant and is not written.
 */
export function writeSum(
  coefficients: readonly number[],
  terms: readonly string[],
  style: SumStyle,
): string {
  let text = '';
  coefficients.forEach((coefficient, term) => {
    if (coefficient === 0) return;
    const size = style.number(Math.abs(coefficient));
    const part = terms[term] === '1' ? size : style.product(size, terms[term]);
    const first = coefficient < 0 ? '-' : '';
    const later = coefficient < 0 ? ' - ' : ' + ';
    text += (text === '' ? first : later) + part;
  });
  return text || '0';
}
