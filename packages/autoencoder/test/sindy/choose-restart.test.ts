import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseRestart } from '../../src/index.js';

test('the fewest terms win among those that are nearly as good as the best', () => {
  const restarts = [
    { terms: 12, error: 1e-4 },
    { terms: 7, error: 1.9e-4 },
    { terms: 5, error: 3e-4 },
    { terms: 7, error: 1.5e-4 },
  ];
  assert.is(chooseRestart(restarts), 3);
  assert.is(chooseRestart(restarts, 4), 2);
  assert.is(chooseRestart(restarts, 1), 0);
});

test('a restart that diverged is never chosen', () => {
  assert.is(
    chooseRestart([
      { terms: 0, error: NaN },
      { terms: 9, error: 1 },
    ]),
    1,
  );
  assert.throws(() => chooseRestart([{ terms: 1, error: NaN }]), /restarts is an array of 1/);
});

test.run();
