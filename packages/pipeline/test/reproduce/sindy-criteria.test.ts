import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { writeJson } from '../../src/folder/json.js';
import { errsMoreThan, explains, isSparse } from '../../src/reproduce/sindy-criteria.js';
import { someRecord } from '../some-record.js';
import { inFolder } from '../tiny.js';

const COEFFICIENTS = [
  [0, 1, 0.5],
  [2, 0, 0],
];
const record = (nrmse: readonly number[], more: object = {}): RunRecord => ({
  ...someRecord,
  forecast: { ...someRecord.forecast, nrmse },
  equations: { ...someRecord.equations, coefficients: COEFFICIENTS },
  ...more,
});

test('terms are counted, and a run without equations or an autoencoder of this kind fails', () => {
  assert.is(isSparse(3).value(record([])), 3);
  assert.not(isSparse(2).holds(3, record([])));
  assert.is(isSparse(3).value(record([], { equations: { coefficients: [] } })), null);
  const unexplained = { latentDerivative: 0.02 };
  assert.is(explains(0.05).value(record([], { sindyAutoencoder: { unexplained } })), 0.02);
  assert.is(explains(0.05).value(record([])), null);
});

test('the forecast is held against the median of the experiment beside', async () => {
  await inFolder(async (out) => {
    const write = async (folder: string, nrmse: readonly number[]): Promise<string> => {
      const path = join(out, folder);
      await mkdir(path, { recursive: true });
      await writeJson(join(path, 'run.json'), record(nrmse));
      return path;
    };
    const own = await write('mine/seed-1', [0.2, 0.2]);
    assert.equal(await errsMoreThan('other', own), [], 'the other one was not run');
    await write('other/seed-1', [0.1, 0.1]);
    await write('other/seed-2', [0.1, 0.1]);
    await write('other/seed-3', [9, 9]);
    const [finding] = await errsMoreThan('other', own);
    assert.ok(Math.abs((finding.value ?? 0) - 4) < 1e-9 && finding.holds);
    const better = await write('mine/seed-2', [0.05, 0.05]);
    assert.not((await errsMoreThan('other', better))[0].holds);
  });
});

test.run();
