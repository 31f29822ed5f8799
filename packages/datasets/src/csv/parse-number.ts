const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const absent = /^(|[+-]?nan|na|n\/a|null|[+-]?inf(inity)?)$/i;

/**
 * Reads a decimal number. Gives NaN for a cell that says that there is none (empty, NaN, NA, null,
 * Infinity), and undefined for anything else, such as a word or a decimal comma.
 */
export function parseNumber(cell: string): number | undefined {
  if (decimal.test(cell)) return Number(cell);
  return absent.test(cell) ? NaN : undefined;
}
