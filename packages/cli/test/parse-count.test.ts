import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseCount } from '../src/parse-count.js';

test('whole numbers in the range are read', () => {
  assert.is(parseCount('--seed', '0', 0), 0);
  assert.is(parseCount('--seed', '4294967295', 0), 4294967295);
});

test('anything else is refused with the option, the value and the range', () => {
  for (const text of ['abc', '', '1.5', '-1', '1e3', ' 7', '4294967296', 'NaN']) {
    assert.throws(
      () => parseCount('--seed', text, 0),
      new RegExp(`--seed is "${text}"; give a whole number from 0 to 4294967295`),
    );
  }
  assert.throws(() => parseCount('--seeds', '0', 1), 'from 1');
});

test.run();
