import type { Complex } from '@noether/numerics';
import { integerEntries } from './integer-entries.js';

/**
 * The imaginary parts of eigenvalues as integer multiples of a common rate, ascending and with
 * multiplicity, when they are so up to 2 % (see `integerEntries`); null otherwise, and when nothing
 * rotates. What turns slower than `tolerance` of the fastest counts as fixed.
 */
export function rotationWeights(
  spectrum: readonly Complex[],
  tolerance: number,
): readonly number[] | null {
  const omega = Math.max(...spectrum.map(({ im }) => im));
  const rates = spectrum.map(({ im }) => im).filter((im) => im > tolerance * omega && im > 0);
  if (rates.length === 0) return null;
  const { integers, holds } = integerEntries(Float64Array.from(rates));
  return holds && integers.every((integer) => integer > 0)
    ? [...integers].sort((a, b) => a - b)
    : null;
}
