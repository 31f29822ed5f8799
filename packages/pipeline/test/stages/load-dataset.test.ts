import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Dataset } from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { loadDataset } from '../../src/stages/load-dataset.js';
import { failure, silent, tinyConfig } from '../tiny.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../datasets/test/fixtures/${name}`, import.meta.url));

const load = (data: object): Promise<Dataset> =>
  loadDataset(tinyConfig({ data }), { random: randomStream(1), observe: silent });

test('jets are generated, or taken from a file with their labels', async () => {
  const sizes = { train: 20, validation: 4, test: 4 };
  const generated = await load({ system: 'jets', ...sizes });
  const file = fixture('jets.h5');
  const recorded = await load({ system: 'jets', file, constituents: 3, unit: 10, ...sizes });
  for (const { train, labels, still } of [generated, recorded]) {
    assert.is(train.items.length, 20);
    assert.is(labels?.values.length, 20);
    assert.is(still, true);
  }
  assert.equal(recorded.train.names.slice(0, 8), generated.train.names);
  assert.is(recorded.train.names.length, 12);
  assert.is(recorded.train.units[0], '10 GeV');
});

test('options of recorded jets are refused for generated ones', async () => {
  const { message } = await failure(load({ system: 'jets', unit: 10 }));
  assert.match(message, /data\.unit is 10; it needs data\.file/);
});

test('a recording in an HDF5 file is found by its path in it', async () => {
  const recorded = { file: fixture('arrays.h5'), dt: 0.1, split: 'time' };
  const fractions = { train: 0.5, validation: 0.25, test: 0.25 };
  const { train } = await load({ ...recorded, dataset: 'runs/gzip', fractions });
  assert.equal(
    train.items.map(({ states }) => Array.from(states)),
    [
      [0, 1, 2, 10, 11, 12],
      [100, 101, 102, 110, 111, 112],
    ],
  );
  const { code } = await failure(load(recorded));
  assert.is(code, 'invalid-hdf5');
});

test.run();
