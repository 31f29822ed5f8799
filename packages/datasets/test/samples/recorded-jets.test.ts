import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { File, ready } from 'h5wasm/node';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Context, Trajectories } from '@noether/contracts';
import { recordedJets, type Dataset, type RecordedJetsOptions } from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { failure } from '../failure.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}.h5`, import.meta.url));
const context = (seed: number): Context => ({
  random: randomStream(seed),
  observe: () => undefined,
});
const sizes = { train: 100, validation: 20, test: 30 };

function read(options: RecordedJetsOptions = {}, seed = 1): Promise<Dataset> {
  return recordedJets(fixture('jets'), { unit: 1, ...sizes, ...options }, context(seed));
}

/** The row of the file: constituent i of row r has 1000 r + 10 i + 0, 1, 2, 3. */
const rowsOf = ({ items }: Trajectories): number[] =>
  items.map(({ states }) => Math.floor(states[0] / 1000));

test('each jet has the momenta of its leading constituents and its label', async () => {
  const { train, labels, still } = await read();
  assert.is(still, true);
  assert.equal(train.names, ['E1', 'px1', 'py1', 'pz1', 'E2', 'px2', 'py2', 'pz2']);
  assert.equal(train.units, new Array(8).fill('GeV'));
  const rows = rowsOf(train);
  train.items.forEach(({ states }, at) => {
    const expected = [0, 1, 2, 3, 10, 11, 12, 13].map((value) => 1000 * rows[at] + value);
    assert.equal(Array.from(states), expected);
  });
  assert.equal(labels?.names, ['signal']);
  assert.equal(
    Array.from(labels?.values ?? []),
    rows.map((row) => (row % 3 === 0 ? 1 : 0)),
  );
});

test('the parts share no jet, hold all 150, and come in an order that the seed fixes', async () => {
  const orderOf = ({ train, validation, test: judged }: Dataset): number[] =>
    [train, validation, judged].flatMap(rowsOf);
  const order = orderOf(await read());
  assert.equal(
    Array.from(order).sort((a, b) => a - b),
    Array.from({ length: 150 }, (_, row) => row),
  );
  assert.equal(orderOf(await read()), order);
  const others = await Promise.all([2, 3, 4, 5].map((seed) => read({}, seed)));
  assert.ok(others.some((other) => orderOf(other)[0] !== order[0]));
});

test('momenta are in units of 100 GeV by default, and zeros where a jet has fewer constituents', async () => {
  const own = { ...sizes, constituents: 6 };
  const { train } = await recordedJets(fixture('jets'), own, context(1));
  const [{ states }] = train.items;
  const row = Math.round(states[0] / 10);
  assert.is(train.names.length, 24);
  assert.is(train.units[0], '100 GeV');
  assert.equal(
    Array.from(states.subarray(16)),
    [40, 41, 42, 43].map((value) => (1000 * row + value) / 100).concat([0, 0, 0, 0]),
  );
});

test('noise moves training and validation, never the test jets', async () => {
  const [plain, noisy] = [await read(), await read({ noise: 0.01 })];
  assert.equal(noisy.test.items, plain.test.items);
  assert.not.equal(noisy.train.items, plain.train.items);
});

test('lists that Python 2 pickled are read, and columns that are members of their own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'noether-jets-'));
  try {
    await ready;
    const path = join(folder, 'old.h5');
    const file = new File(path, 'w');
    file.create_group('table');
    const axes = ['E_0', 'PX_0', 'PY_0', 'PZ_0', 'is_signal_new'];
    const data = new Map(
      axes.map((axis, at) => [axis, Float64Array.of(at, 10 + at, 20 + at, 30 + at)]),
    );
    const table = file.create_dataset({ name: 'table/table', data });
    for (const axis of axes) {
      table.create_attribute(`${axis}_kind`, `(lp1\nS'${axis}'\np2\na.`);
    }
    file.close();
    const own = { train: 2, validation: 1, test: 1, constituents: 1, unit: 1 };
    const { train, labels, test: judged } = await recordedJets(path, own, context(1));
    assert.equal(Array.from(train.items[1].states), [10, 11, 12, 13]);
    assert.equal(Array.from(labels?.values ?? []), [4, 14]);
    assert.equal(Array.from(judged.items[0].states), [30, 31, 32, 33]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is wrong with a file or an option is said, with what to do', async () => {
  const said = async (name: string, options: RecordedJetsOptions = {}): Promise<string> =>
    (await failure(recordedJets(fixture(name), { ...sizes, ...options }, context(1)))).message;
  assert.match(await said('jets', { test: 31 }), /the number of jets is 151; the file has 150/);
  assert.match(await said('jets', { constituents: 201 }), /no column E_200/);
  assert.match(await said('jets', { constituents: 0 }), /constituents is 0/);
  assert.match(await said('jets', { unit: 0 }), /unit is 0; it must be positive/);
  assert.match(await said('jets', { noise: -1 }), /noise is -1/);
  assert.match(await said('jets-fixed'), /no table of a frame at table\/table.*format="table"/);
  assert.match(await said('arrays'), /arrays\.h5: .*no table of a frame/);
  const packed = await failure(recordedJets(fixture('jets-blosc'), sizes, context(1)));
  assert.is(packed.code, 'unreadable-compression');
  assert.match(packed.message, /blosc \(HDF5 filter 32001\).*ptrepack/);
});

test.run();
