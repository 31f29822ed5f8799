import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { successInterval } from '../src/success-interval.js';

const test = suite('successInterval');

test('both ends solve |p − successes/n| = z √(p(1 − p)/n)', () => {
  for (const [successes, runs] of [
    [4, 5],
    [7, 10],
    [1, 30],
  ]) {
    for (const p of successInterval(successes, runs)) {
      const distance = Math.abs(p - successes / runs);
      assert.ok(Math.abs(distance - 1.959963984540054 * Math.sqrt((p * (1 - p)) / runs)) < 1e-12);
    }
  }
});

test('no run tells nothing, all successes leave room for doubt', () => {
  assert.equal(successInterval(0, 0), [0, 1]);
  const [low, high] = successInterval(5, 5);
  assert.ok(low > 0.56 && low < 0.57);
  assert.is(high, 1);
});

test.run();
