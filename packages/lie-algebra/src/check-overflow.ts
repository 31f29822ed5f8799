import { NoetherError } from '@noether/contracts';

/** No exponential of a sum |wᵢ| below it overflows, for generators with entries of about 1. */
const harmless = 300;

/**
 * @param least sums |wᵢ| below it are not blamed: there it is the fault of exp itself
 * @throws NoetherError `overflow` when exp of large coefficients is not finite
 */
export function checkOverflow(
  coefficients: Float64Array,
  dimension: number,
  elements: Float64Array,
  area: number,
  least: number = harmless,
): void {
  if (elements.every(Number.isFinite)) return;
  const row = Math.floor(elements.findIndex((entry) => !Number.isFinite(entry)) / area);
  const used = coefficients.slice(row * dimension, (row + 1) * dimension);
  const size = used.reduce((sum, entry) => sum + Math.abs(entry), 0);
  if (size < least) return;
  throw new NoetherError(
    `coefficients, row ${row}: they sum to ${size.toPrecision(3)} in size, for which exp is not finite.`,
    { code: 'overflow', argument: 'coefficients', value: used, hint: 'Give smaller ones.' },
  );
}
