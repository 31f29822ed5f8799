import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gatherWindows } from '../src/index.js';
import type { Windows } from '../src/index.js';

/** Ten rows of two columns, row r holding 10r and 10r + 1. */
const windows: Windows = {
  kind: 'windows',
  states: Float32Array.from({ length: 20 }, (_, i) => 10 * Math.floor(i / 2) + (i % 2)),
  dimension: 2,
  timesteps: 3,
  interval: 2,
  offsets: Int32Array.from([0, 1, 5]),
};

test('copies the states of the chosen samples, interval rows apart, in the order given', () => {
  const batch = new Float32Array(2 * 3 * 2);
  gatherWindows(windows, Int32Array.from([1, 2, 0]), 1, 2, batch);
  assert.equal([...batch], [50, 51, 70, 71, 90, 91, 0, 1, 20, 21, 40, 41]);
});

test('leaves the rest of the batch as it was', () => {
  const batch = new Float32Array(8).fill(-1);
  gatherWindows(windows, Int32Array.from([1]), 0, 1, batch);
  assert.equal([...batch], [10, 11, 30, 31, 50, 51, -1, -1]);
});

test('gathers nothing for a count of zero', () => {
  const batch = new Float32Array(6).fill(-1);
  gatherWindows(windows, Int32Array.from([0]), 0, 0, batch);
  assert.ok(batch.every((value) => value === -1));
});

test.run();
