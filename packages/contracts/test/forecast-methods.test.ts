import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { forecastMethodNames, inMethodOrder } from '../src/index.js';

test('methods are ordered as they are named, strangers stand last', () => {
  const keys = ['persistence', 'mine', 'dmd', 'equivariant'];
  assert.equal(inMethodOrder(keys), ['equivariant', 'dmd', 'persistence', 'mine']);
  assert.equal(keys, ['persistence', 'mine', 'dmd', 'equivariant']);
  assert.is(forecastMethodNames['dmd'], 'DMD');
});

test.run();
