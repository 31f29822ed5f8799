import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromNpy, openNpyRows, windows, windowsOfRows, writeNpy } from '@noether/datasets';
import { readWindows } from '@noether/contracts';
import { parseNpy } from '../../src/npy/parse-npy.js';

let folder = '';
test.before(() => void (folder = mkdtempSync(join(tmpdir(), 'noether-npy-'))));
test.after(() => rmSync(folder, { recursive: true }));
const place = (name: string): string => join(folder, name);
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}.npy`, import.meta.url));
const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => '',
    ({ message }: Error) => message,
  );

function* counting(rows: number, columns: number, perBlock = 1): Generator<Float64Array> {
  const block = new Float64Array(perBlock * columns);
  for (let row = 0; row < rows; row += perBlock) {
    for (let at = 0; at < block.length; at++) block[at] = row * columns + at;
    yield block;
  }
}

test('what is written is read again, as NumPy would write it', async () => {
  const written = await writeNpy(place('a.npy'), counting(6, 3, 2), { columns: 3 });
  const bytes = readFileSync(written.path);
  assert.equal(written.shape, [6, 3]);
  assert.is(bytes.length, written.bytes);
  const start = 10 + bytes.readUInt16LE(8);
  assert.is(start % 64, 0);
  assert.match(
    bytes.subarray(10, start).toString('latin1'),
    /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(6, 3\), \} +\n$/,
  );
  const { data } = parseNpy(bytes);
  assert.equal(
    [...data],
    Array.from({ length: 18 }, (_, at) => at),
  );
});

test('trajectories of equal length', async () => {
  const { path } = await writeNpy(place('b.npy'), counting(6, 2), { columns: 2, trajectories: 3 });
  const { items } = fromNpy(readFileSync(path), { dt: 1 });
  assert.equal(
    items.map(({ states }) => [...states]),
    [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ],
  );
});

test('blocks larger than a chunk, and a chunk that ends inside a row', async () => {
  const [columns, rows] = [700, 3300];
  const { path } = await writeNpy(place('c.npy'), counting(rows, columns, 1650), { columns });
  const source = await openNpyRows(path);
  const into = new Float32Array(columns + 5);
  for (const row of [0, 1497, 1498, 1650, rows - 1]) {
    await source.read(row, 1, into, 5);
    assert.is(into[5], row * columns);
    assert.is(into[columns + 4], Math.fround(row * columns + columns - 1));
  }
  await source.close();
});

test('a file in the making is not seen, and a failure leaves what was there', async () => {
  await writeNpy(place('d.npy'), counting(2, 2), { columns: 2 });
  const before = readFileSync(place('d.npy'));
  const seen: boolean[] = [];
  function* breaking(): Generator<Float64Array> {
    yield Float64Array.of(1, 2);
    seen.push(existsSync(place('e.npy')));
    throw new Error('out of ideas');
  }
  for (const name of ['d.npy', 'e.npy']) {
    const message = await failure(writeNpy(place(name), breaking(), { columns: 2 }));
    assert.is(message, 'out of ideas');
  }
  assert.equal(seen[1], false);
  assert.equal(readFileSync(place('d.npy')), before);
  assert.equal(
    readdirSync(folder).filter((name) => name.endsWith('.tmp') || name === 'e.npy'),
    [],
  );
});

test('blocks and shapes that do not fit are named', async () => {
  const write = (columns: number, trajectories?: number): Promise<string> =>
    failure(
      writeNpy(place('f.npy'), [[1, 2, 3, 4]], {
        columns,
        ...(trajectories !== undefined && { trajectories }),
      }),
    );
  assert.match(await write(3), /whole rows of 3 numbers/);
  assert.match(await write(2, 3), /trajectories is 3; 2 rows/);
  assert.match(await write(0), /columns is 0/);
});

test('writing takes constant memory', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  function* watched(): Generator<Float64Array> {
    for (const block of counting(2500, 4000)) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield block;
    }
  }
  const { bytes } = await writeNpy(place('g.npy'), watched(), { columns: 4000 });
  assert.ok(bytes > 40e6);
  assert.ok(most < 12e6, `${most} bytes of arrays for ${bytes} bytes`);
  rmSync(place('g.npy'));
});

for (const name of ['f8-table', 'f8-table-big-version-2', 'f4-table-version-3', 'i4-table']) {
  test(`rows of ${name}.npy by position`, async () => {
    const source = await openNpyRows(fixture(name));
    assert.equal([source.rows, source.dimension, source.trajectories], [4, 3, 1]);
    const into = new Float32Array(6);
    await source.read(2, 2, into);
    assert.equal([...into], [20, 21, 22, 30, 31, 32]);
    await source.close();
  });
}

test('rows of small integers by position', async () => {
  for (const [name, row] of [
    ['u1-table', [235, 234, 233]],
    ['i2-table-big', [-20_000, -21_000, -22_000]],
  ] as const) {
    const source = await openNpyRows(fixture(name));
    const into = new Float32Array(3);
    await source.read(2, 1, into);
    assert.equal([...into], row);
    await source.close();
  }
});

test('windows read from a file are those of memory', async () => {
  const { path } = await writeNpy(place('h.npy'), counting(40, 3), { columns: 3, trajectories: 2 });
  const data = fromNpy(readFileSync(path), { dt: 1 });
  const source = await openNpyRows(path);
  for (const options of [{}, { timesteps: 3, interval: 4 }, { stride: 3, successor: false }]) {
    const [inside, outside] = [windows(data, options), windowsOfRows(source, options, [20, 20])];
    assert.equal(outside.offsets, inside.offsets);
    const count = inside.offsets.length;
    const batch = new Float32Array(count * inside.timesteps * 3);
    const order = Int32Array.from({ length: count }, (_, at) => count - 1 - at);
    await readWindows(outside, order, 0, count, batch);
    const wanted = Array.from(order).flatMap((sample) =>
      Array.from({ length: inside.timesteps }, (_, time) => {
        const row = inside.offsets[sample] + time * inside.interval;
        return [...inside.states.subarray(3 * row, 3 * row + 3)];
      }).flat(),
    );
    assert.equal([...batch], wanted);
  }
  assert.throws(() => windowsOfRows(source, {}, [20, 21]), /rows is 41; the source has 40/);
  await source.close();
});

test('files that cannot be read by position, and rows that are not there', async () => {
  assert.match(
    await failure(openNpyRows(fixture('f8-table-fortran'))),
    /columns are stored one by one.*ascontiguousarray/,
  );
  const { path } = await writeNpy(place('i.npy'), counting(9, 2), { columns: 2 });
  const source = await openNpyRows(path);
  assert.match(await failure(source.read(8, 2, new Float32Array(4))), /rows 0 … 8/);
  assert.match(await failure(source.read(0, 2, new Float32Array(3))), /room for 2 rows of 2/);
  await source.close();
  writeFileSync(path, readFileSync(path).subarray(0, 200));
  assert.match(await failure(openNpyRows(path)), /ends after 8 bytes.*\(9, 2\) of f4 has 72/);
  writeFileSync(path, 'something else');
  assert.match(await failure(openNpyRows(path)), /does not begin with/);
});

test.run();
