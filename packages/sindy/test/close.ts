import * as assert from 'uvu/assert';

/** Every entry within `tolerance` of the expected one, relative where that is larger than 1. */
export function close(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what = 'entry',
): void {
  assert.is(actual.length, expected.length, `${what}: length`);
  for (let index = 0; index < expected.length; index++) {
    const error = Math.abs(actual[index] - expected[index]);
    assert.ok(
      error <= tolerance * Math.max(1, Math.abs(expected[index])),
      `${what} ${index}: ${actual[index]} instead of ${expected[index]}`,
    );
  }
}
