import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ready, File } from 'h5wasm/node';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromHdf5 } from '../src/from-hdf5.js';
import { failure } from './failure.js';

const arrays = fileURLToPath(new URL('fixtures/arrays.h5', import.meta.url));
const [dt, ROWS] = [0.5, 350_000];
let folder = '';

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'noether-hdf5-'));
  await ready;
});
test.after(() => rmSync(folder, { recursive: true }));

/** 100 n + 10 t + d, as in the fixture. */
function values(n: number): number[] {
  return [0, 1, 2, 3].flatMap((t) => [0, 1, 2].map((d) => 100 * n + 10 * t + d));
}

async function states(dataset: string): Promise<number[][]> {
  const { items } = await fromHdf5(arrays, { dt, dataset });
  return items.map((item) => Array.from(item.states));
}

test('tables and cubes of h5py are read, of any byte order, compressed or linked', async () => {
  assert.equal(await states('f8'), [values(0)]);
  assert.equal(await states('/f8'), [values(0)]);
  assert.equal(await states('link'), [values(0)]);
  assert.equal(await states('runs/u2'), [values(0)]);
  assert.equal(await states('runs/i8'), [values(0).map((value) => 0 - value)]);
  assert.equal(await states('runs/f4-big'), [values(0), values(1)]);
  assert.equal(await states('runs/gzip'), [values(0), values(1)]);
});

test('rows become times, velocities and names', async () => {
  const { items, names, units } = await fromHdf5(arrays, {
    dt,
    dataset: 'f8',
    names: ['x', 'y', 'z'],
    units: ['m', 'm', 'm'],
  });
  assert.equal(names, ['x', 'y', 'z']);
  assert.equal(units, ['m', 'm', 'm']);
  assert.equal(Array.from(items[0].times), [0, 0.5, 1, 1.5]);
  assert.equal(Array.from(items[0].velocities ?? []), new Array(12).fill(20));
});

test('the only dataset of a file needs no name, and a long one is read block by block', async () => {
  const path = join(folder, 'long.h5');
  const file = new File(path, 'w');
  const data = Float32Array.from({ length: 3 * ROWS }, (_, at) => at);
  file.create_dataset({ name: 'x', data, shape: [ROWS, 3], chunks: [1000, 3], compression: 1 });
  file.close();
  const { items } = await fromHdf5(path, { dt });
  assert.is(items[0].times.length, ROWS);
  assert.ok(items[0].states.every((value, at) => value === at));
});

test('a dataset that is absent, not named or of another shape or kind says so', async () => {
  const said = async (dataset?: string): Promise<string> => {
    const error = await failure(fromHdf5(arrays, { dt, ...(dataset && { dataset }) }));
    assert.is(error.code, 'invalid-hdf5');
    assert.match(error.message, /arrays\.h5: /);
    return error.message;
  };
  assert.match(await said(), /13 datasets, and none is named. Name one of: complex, empty, f2, f8/);
  for (const path of ['nothing', 'runs', 'runs/nothing', 'f8/deeper', 'dangling']) {
    assert.match(await said(path), `no dataset "${path}"`);
  }
  assert.match(await said('line'), /shape \(4\)\. Save \(rows, variables\)/);
  assert.match(await said('number'), /shape \(\)/);
  assert.match(await said('text'), /shape \(\)/);
  assert.match(await said('empty'), /shape \(0, 3\)/);
  assert.match(await said('f2'), /f2 does not hold integers, float32 or float64/);
  assert.match(await said('complex'), /complex does not hold integers/);
});

test('a compression that the library cannot undo is named, with what to do', async () => {
  const error = await failure(fromHdf5(arrays, { dt, dataset: 'lzf' }));
  assert.is(error.code, 'unreadable-compression');
  assert.match(
    error.message,
    /lzf \(HDF5 filter 32000\).*ptrepack --complib=zlib.*h5repack -f NONE/,
  );
});

test('a missing file, a folder, a file of another kind and one that was cut off say so', async () => {
  const missing = await failure(fromHdf5('nowhere/x.h5', { dt }));
  assert.is(missing.code, 'missing-file');
  assert.match(missing.message, 'nowhere/x.h5 does not exist');
  assert.is((await failure(fromHdf5(folder, { dt }))).code, 'unreadable-file');
  const path = join(folder, 'faulty.h5');
  writeFileSync(path, 't,x\n0,1\n');
  const other = await failure(fromHdf5(path, { dt }));
  assert.is(other.code, 'invalid-hdf5');
  assert.match(other.message, /faulty\.h5: .*signature not found. It is no HDF5 file, or damaged/);
  writeFileSync(path, readFileSync(arrays).subarray(0, 9000));
  assert.match((await failure(fromHdf5(path, { dt }))).message, /faulty\.h5: .*truncated file/);
});

test.run();
