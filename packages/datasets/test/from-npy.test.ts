import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromNpy } from '../src/from-npy.js';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`fixtures/${name}.npy`, import.meta.url));

test('two axes are one trajectory: rows are times, columns variables', () => {
  const { names, items } = fromNpy(fixture('f8-table'), { dt: 0.5 });
  assert.equal(names, ['x1', 'x2', 'x3']);
  assert.is(items.length, 1);
  assert.equal(Array.from(items[0].times), [0, 0.5, 1, 1.5]);
  assert.equal(Array.from(items[0].states.slice(3, 6)), [10, 11, 12]);
});

test('three axes are several trajectories, with velocities from differences', () => {
  const { items, units } = fromNpy(fixture('f8-cube'), {
    dt: 0.5,
    names: ['x', 'y', 'z'],
    units: ['m', 'm', 'm'],
  });
  assert.is(items.length, 2);
  assert.equal(Array.from(items[1].states.slice(0, 3)), [100, 101, 102]);
  items.forEach((item) =>
    item.velocities?.forEach((value) => assert.ok(Math.abs(value - 20) < 1e-9)),
  );
  assert.is(items[1].velocities?.length, 12);
  assert.equal(units, ['m', 'm', 'm']);
});

test('what does not fit is refused by name', () => {
  assert.throws(() => fromNpy(fixture('f8-line'), { dt: 1 }), /shape \(4\).*\(rows, variables\)/);
  assert.throws(() => fromNpy(fixture('f8-table'), { dt: 0 }), /dt is 0/);
  assert.throws(
    () => fromNpy(fixture('f8-table'), { dt: 1, names: ['x'] }),
    /names.*the file has 3 variables/,
  );
  assert.throws(
    () => fromNpy(fixture('f8-cube-nan'), { dt: 1, gaps: 'refuse' }),
    /Trajectory 1, row 2: x1 is NaN/,
  );
});

test.run();
