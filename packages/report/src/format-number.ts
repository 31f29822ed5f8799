/**
 * A number for people: three significant digits, a true minus sign, powers of ten below 0.001 and
 * from 100 000; `–` for what is missing or not finite.
 */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  if (size < 1e-3 || size >= 1e5) {
    return minus(`${mantissa} × 10${superscript(Number(exponent))}`);
  }
  return minus(value.toFixed(Math.max(0, digits - 1 - Number(exponent))));
}

/** A chosen number such as a threshold or a parameter: at most three digits, no trailing zeros. */
export function formatSetting(value: number): string {
  return minus(String(Number(value.toPrecision(3))));
}

/** A fraction as a percentage. */
export function formatPercent(value: number | null | undefined): string {
  const percent = formatNumber(typeof value === 'number' ? 100 * value : value);
  return percent === '–' ? percent : `${percent}\u00a0%`;
}

/** A complex number a + bi. */
export function formatComplex({ re, im }: { readonly re: number; readonly im: number }): string {
  const real = formatFixed(re, 2);
  if (Math.abs(im) < 0.005) return real;
  return `${real} ${im < 0 ? '−' : '+'} ${Math.abs(im).toFixed(2)}i`;
}

/** With a fixed number of decimals, and without a sign where these are all 0. */
export function formatFixed(value: number, decimals: number): string {
  return minus(value.toFixed(decimals)).replace(/^−(?=[0.]*$)/, '');
}

function minus(text: string): string {
  return text.replace('-', '−');
}

function superscript(exponent: number): string {
  return Array.from(String(exponent), (digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)]).join(
    '',
  );
}
