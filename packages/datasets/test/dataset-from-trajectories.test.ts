import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type ProgressEvent, type Trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { datasetFromTrajectories } from '../src/dataset-from-trajectories.js';

function falling(count: number, times: Float64Array): Trajectories {
  return trajectories({
    names: ['height'],
    units: ['m'],
    items: Array.from({ length: count }, (_, index) => ({
      times,
      states: times.map((t) => index - 4.9 * t * t),
    })),
    provenance: { stage: 'test' },
  });
}

const even = Float64Array.from({ length: 40 }, (_, row) => 0.1 * row);
const silent = { random: randomStream(5), observe: () => {} };

test('own trajectories are dealt out whole, with velocities', () => {
  const data = datasetFromTrajectories(falling(20, even), { name: 'fall', interval: 3 }, silent);
  assert.equal(
    [data.train, data.validation, data.test].map(({ items }) => items.length),
    [16, 2, 2],
  );
  assert.is(data.name, 'fall');
  assert.is(data.interval, 3);
  assert.is('invariant' in data, false);
  for (const { times, velocities } of data.train.items) {
    times.forEach((t, row) => {
      assert.ok(Math.abs((velocities?.[row] ?? NaN) + 9.8 * t) < 1e-9, `row ${row}`);
    });
  }
});

test('one long recording is cut in time', () => {
  const data = datasetFromTrajectories(falling(1, even), {}, silent);
  assert.equal(
    [data.train, data.validation, data.test].map(({ items }) => items[0].times.length),
    [32, 4, 4],
  );
});

test('velocities and the conserved quantity that are given are kept', () => {
  const data = falling(3, even);
  const items = data.items.map((item) => ({ ...item, velocities: item.states.map(() => 7) }));
  const invariant = { name: 'height', evaluate: (state: ArrayLike<number>) => state[0] };
  const own = datasetFromTrajectories({ ...data, items }, { invariant }, silent);
  assert.ok(own.test.items[0].velocities?.every((velocity) => velocity === 7));
  assert.is(own.invariant, invariant);
});

test('uneven times are warned of, even ones are not', () => {
  const heard: ProgressEvent[] = [];
  const context = { random: randomStream(5), observe: (event: ProgressEvent) => heard.push(event) };
  datasetFromTrajectories(falling(3, even), {}, context);
  assert.is(heard.length, 0);
  datasetFromTrajectories(
    falling(
      3,
      even.map((t) => t * t),
    ),
    {},
    context,
  );
  assert.is(heard.length, 1);
  assert.is(heard[0].kind, 'warning');
});

test('too few trajectories for a split of whole ones are refused', () => {
  const split = () => datasetFromTrajectories(falling(2, even), { split: 'trajectories' }, silent);
  assert.throws(split, /the number of trajectories is 2/);
});

test.run();
