import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder } from '../src/index.js';

const states = Float64Array.from([1, 2, 3, 4]);
const velocities = Float64Array.from([5, 6, 7, 8]);

test('encodes, decodes and pushes velocities forward as they are', async () => {
  const encoder = identityEncoder(2);
  assert.is(encoder.inputDimension, 2);
  assert.is(encoder.latentDimension, 2);
  assert.equal(await encoder.encode(states), states);
  assert.equal(await encoder.decode(states), states);
  assert.equal(await encoder.latentVelocity(states, velocities), velocities);
});

test('hands out copies, so that a caller may write into them', async () => {
  const encoder = identityEncoder(2);
  (await encoder.encode(states)).fill(0);
  (await encoder.decode(states)).fill(0);
  (await encoder.latentVelocity(states, velocities)).fill(0);
  assert.equal([...states], [1, 2, 3, 4]);
  assert.equal([...velocities], [5, 6, 7, 8]);
});

test('is recorded by its dimension alone', () => {
  const { kind, architecture, options, tensors } = identityEncoder(3).toRecord();
  assert.is(kind, 'encoder-record');
  assert.is(architecture, 'identity');
  assert.equal(options, { dimension: 3 });
  assert.equal(tensors, {});
});

test.run();
