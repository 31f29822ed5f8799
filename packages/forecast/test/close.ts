import * as assert from 'uvu/assert';

/** Every entry within `tolerance` of the expected one. */
export function close(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  assert.is(actual.length, expected.length, 'length');
  for (let index = 0; index < expected.length; index++) {
    const error = Math.abs(actual[index] - expected[index]);
    assert.ok(error <= tolerance, `entry ${index}: ${actual[index]} instead of ${expected[index]}`);
  }
}
