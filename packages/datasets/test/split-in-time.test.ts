import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories } from '@noether/contracts';
import { splitInTime } from '../src/split-in-time.js';

const rows = Float64Array.from({ length: 10 }, (_, row) => row);
const recording = trajectories({
  names: ['x', 'y'],
  units: ['', ''],
  items: [{ times: rows, states: Float64Array.from({ length: 20 }, (_, index) => index) }],
  provenance: { stage: 'test' },
});

test('the beginning is learned from, the end is judged by, nothing is lost', () => {
  const split = splitInTime(recording, { train: 0.5, validation: 0.2, test: 0.3 });
  const parts = [split.train, split.validation, split.test].map(({ items }) => items[0]);
  assert.equal(
    parts.map(({ times }) => Array.from(times)),
    [
      [0, 1, 2, 3, 4],
      [5, 6],
      [7, 8, 9],
    ],
  );
  assert.equal(Array.from(parts[1].states), [10, 11, 12, 13]);
});

test('velocities are cut with the states', () => {
  const moving = trajectories({
    ...recording,
    items: [{ ...recording.items[0], velocities: recording.items[0].states.map((x) => -x) }],
  });
  const split = splitInTime(moving, { train: 0.5, validation: 0.2, test: 0.3 });
  assert.equal(Array.from(split.validation.items[0].velocities ?? []), [-10, -11, -12, -13]);
});

test('a trajectory of too few rows is named', () => {
  const two = trajectories({
    ...recording,
    items: [{ times: Float64Array.of(0, 1), states: new Float64Array(4) }],
  });
  assert.throws(
    () => splitInTime(two, { train: 0.5, validation: 0.25, test: 0.25 }),
    /the number of rows of trajectory 0 is 2/,
  );
});

test.run();
