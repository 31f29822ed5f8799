import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readTrajectories } from '../src/read-trajectories.js';
import { failure } from './failure.js';

const npy = fileURLToPath(new URL('fixtures/f8-cube.npy', import.meta.url));
const hdf5 = fileURLToPath(new URL('fixtures/arrays.h5', import.meta.url));

test('the end of the name chooses the reader', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'noether-'));
  try {
    const csv = join(folder, 'orbit.CSV');
    await writeFile(csv, '\uFEFFt;x\r\n0;1\r\n1;3\r\n');
    const { items } = await readTrajectories(csv);
    assert.equal(Array.from(items[0].states), [1, 3]);

    const faulty = join(folder, 'orbit.tsv');
    await writeFile(faulty, 't\tx\n0\tone\n');
    const error = await failure(readTrajectories(faulty));
    assert.is(error.code, 'invalid-csv');
    assert.match(error.message, /orbit\.tsv: Line 2: x is "one"/);
  } finally {
    await rm(folder, { recursive: true });
  }
  const cube = await readTrajectories(npy, { dt: 0.1, names: ['x', 'y', 'z'] });
  assert.is(cube.items.length, 2);
  assert.equal(cube.names, ['x', 'y', 'z']);
  const same = await readTrajectories(hdf5, { dt: 0.1, dataset: 'runs/gzip', names: cube.names });
  assert.equal(same.items, cube.items);
});

test('a missing file, an unknown kind and a missing dt say so', async () => {
  const missing = await failure(readTrajectories('nowhere/orbit.csv'));
  assert.is(missing.code, 'missing-file');
  assert.match(missing.message, 'nowhere/orbit.csv does not exist');
  const unknown = await failure(readTrajectories('orbit.xlsx'));
  assert.match(unknown.message, /path is "orbit\.xlsx".*\.csv, \.tsv, \.txt, \.npy, \.h5, \.hdf5/);
  const untimed = await failure(readTrajectories(npy));
  assert.match(untimed.message, /f8-cube\.npy: dt is undefined; a \.npy file needs the time/);
  const still = await failure(readTrajectories(hdf5, { dataset: 'f8' }));
  assert.match(still.message, /arrays\.h5: dt is undefined; an HDF5 file needs the time/);
});

test.run();
