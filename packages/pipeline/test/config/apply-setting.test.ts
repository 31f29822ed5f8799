import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applySetting } from '../../src/index.js';

test('a setting changes one value in a copy', () => {
  const config = { symmetry: { epochs: 3, weights: { a: 1 } } };
  assert.equal(applySetting(config, 'symmetry.epochs=5'), {
    symmetry: { epochs: 5, weights: { a: 1 } },
  });
  assert.is(config.symmetry.epochs, 3);
});

test('values are JSON, or strings; new paths and list entries are made', () => {
  assert.equal(applySetting({}, 'data.system=pendulum'), { data: { system: 'pendulum' } });
  assert.equal(applySetting({ a: [1, { b: 2 }] }, 'a.1.b=[1, null]'), { a: [1, { b: [1, null] }] });
  assert.equal(applySetting({ a: 1 }, 'a=x=y'), { a: 'x=y' });
});

test('what is no setting is refused', () => {
  assert.throws(() => applySetting({}, 'epochs'), /write it as path.to=value/);
  assert.throws(() => applySetting({}, '=3'), /write it as path.to=value/);
  assert.throws(() => applySetting({ a: 1 }, 'a.b=3'), /1 has no b to be set/);
  assert.throws(() => applySetting({ a: [1] }, 'a.1=3'), /no place in a list of 1/);
});

test.run();
