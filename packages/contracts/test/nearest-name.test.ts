import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { nearestName } from '../src/index.js';

test('the fewest edits decide, whatever the case', () => {
  assert.is(nearestName('lorenz', ['so3', 'lorentz', 'poincare']), 'lorentz');
  assert.is(nearestName('LORENTZ', ['so3', 'lorentz']), 'lorentz');
  assert.is(nearestName('epochs', ['epoch', 'epochs']), 'epochs');
  assert.is(nearestName('ab', ['xb', 'ab']), 'ab');
});

test('a swap is two edits, an insertion, a deletion and a replacement one', () => {
  for (const word of ['pendulm', 'pendulumm', 'pendulun', 'pednulum']) {
    assert.is(nearestName(word, ['lotka-volterra', 'pendulum']), 'pendulum');
  }
});

test('what differs in more than a third of its letters is not suggested', () => {
  assert.is(nearestName('abc', ['so3']), null);
  assert.is(nearestName('heat', ['lotka-volterra', 'pendulum']), null);
  assert.is(nearestName('x', []), null);
});

test.run();
