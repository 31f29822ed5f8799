import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { desc, table } from 'arquero';
import { fromTable } from '../src/index.js';

const motion = table({
  t: [0, 0.1, 0.2, 0, 0.1],
  trajectory: ['a', 'a', 'a', 'b', 'b'],
  'x [m]': Float64Array.of(1, 2, 4, 10, 11),
  v: [0, 1, 2, 3, 4],
});

test('an arquero table becomes trajectories, by label, with units', () => {
  const { names, units, items } = fromTable(motion);
  assert.equal(names, ['x', 'v']);
  assert.equal(units, ['m', '']);
  assert.is(items.length, 2);
  assert.equal([...items[0].times], [0, 0.1, 0.2]);
  assert.equal([...items[0].states], [1, 0, 2, 1, 4, 2]);
  assert.equal([...items[1].states], [10, 3, 11, 4]);
  assert.ok(Math.abs((items[1].velocities?.[0] ?? 0) - 10) < 1e-9);
});

test('verbs of arquero are heard: filtered and ordered rows', () => {
  const shuffled = motion.orderby(desc('t')).orderby('trajectory', 't');
  const first = shuffled.filter((row: { trajectory: string }) => row.trajectory === 'a').reify();
  const { items } = fromTable(first);
  assert.is(items.length, 1);
  assert.equal([...items[0].states], [1, 0, 2, 1, 4, 2]);
});

test('a table without times needs dt, one with times refuses it', () => {
  const plain = table({ x: [1, 2, 3] });
  assert.throws(() => fromTable(plain), /dt/);
  assert.equal([...fromTable(plain, { dt: 0.5 }).items[0].times], [0, 0.5, 1]);
  assert.throws(() => fromTable(motion, { dt: 1 }), /either a time column or dt/);
});

test('what is not a number is named by trajectory, row and column', () => {
  const holes = table({ t: [0, 1, 2], x: [1, null, 3] });
  assert.throws(() => fromTable(holes, { gaps: 'refuse' }), /Trajectory 0, row 1: x is null/);
  const long = table({ t: [0, 1, 2, 3, 4, 5, 6], x: [1, 2, 3, null, 5, 6, 7] });
  assert.equal(fromTable(long).gaps, { rows: 1, short: 0, cut: 1, pieces: 2 });
});

test.run();
