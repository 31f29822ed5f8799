import { AssertionError } from 'node:assert';

/** Tolerances of {@link close}. */
export interface Tolerance {
  /** Relative to the magnitude of the expected entry; 0 when left out. */
  readonly rtol?: number;
  /** Absolute; 0 when left out. */
  readonly atol?: number;
}

/**
 * Asserts |actual − expected| ≤ atol + rtol·|expected| for two numbers, or entry by entry for two
 * arrays of equal length. Equal infinities and two NaNs are close. Without tolerances it asks for
 * equality.
 * @throws AssertionError that tells the worst entry, both values and the difference
 */
export function close(
  actual: number | ArrayLike<number>,
  expected: number | ArrayLike<number>,
  { rtol = 0, atol = 0 }: Tolerance = {},
  message = '',
): void {
  const actuals = listOf(actual);
  const expecteds = listOf(expected);
  const prefix = message && `${message}: `;
  if (actuals.length !== expecteds.length) {
    throw new AssertionError({
      message: `${prefix}${actuals.length} values, expected ${expecteds.length}`,
      actual,
      expected,
      operator: 'close',
    });
  }
  let worst = -1;
  let excess = 0;
  for (let index = 0; index < actuals.length; index++) {
    const over = excessOf(actuals[index], expecteds[index], rtol, atol);
    if (over > excess) {
      excess = over;
      worst = index;
    }
  }
  if (worst < 0) return;
  const [is, wanted] = [actuals[worst], expecteds[worst]];
  const place = typeof actual === 'number' ? '' : `entry ${worst} `;
  throw new AssertionError({
    message: `${prefix}${place}is ${is}, expected ${wanted}; off by ${Math.abs(is - wanted)}, allowed ${atol + rtol * Math.abs(wanted)}`,
    actual: is,
    expected: wanted,
    operator: 'close',
  });
}

function excessOf(actual: number, expected: number, rtol: number, atol: number): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const over = Math.abs(actual - expected) - (atol + rtol * Math.abs(expected));
  if (Number.isFinite(over)) return Math.max(0, over);
  return Infinity;
}

function listOf(value: number | ArrayLike<number>): ArrayLike<number> {
  return typeof value === 'number' ? [value] : value;
}
