import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { evenTimes } from '../src/even-times.js';

test('times are multiples of dt, not sums of it', () => {
  assert.equal(Array.from(evenTimes(4, 0.1)), [0, 0.1, 0.2, 0.1 * 3]);
  for (const dt of [0, -1, NaN, Infinity]) {
    assert.throws(() => evenTimes(2, dt), /dt is .*positive time between rows/);
  }
});

test.run();
