import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  datasetFromFile,
  datasetFromTrajectories,
  fromNpy,
  writeNpy,
  type Dataset,
} from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

let folder = '';
let path = '';
const [ROWS, DT] = [500, 0.1];

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'noether-file-'));
  path = join(folder, 'spiral.npy');
  const rows = Array.from({ length: ROWS }, (_, row) => [Math.cos(row * DT), row * DT]);
  await writeNpy(path, rows, { columns: 2 });
});
test.after(() => rmSync(folder, { recursive: true }));

/** The same recording in memory. */
function whole(): Dataset {
  const data = fromNpy(readFileSync(path), { dt: DT });
  return datasetFromTrajectories(data, {}, { random: randomStream(1), observe: () => undefined });
}

test('an excerpt has rows, times and velocities of the recording', async () => {
  const {
    train,
    validation,
    test: judged,
    source,
  } = await datasetFromFile(path, {
    dt: DT,
    inMemory: 30,
  });
  assert.equal([source?.path, source?.rows], [path, 400]);
  assert.equal(
    train.items.map(({ times }) => Math.round(times[0] / DT)),
    [0, 195, 390],
  );
  const all = whole();
  for (const { times, states, velocities = new Float64Array(0) } of train.items) {
    const first = 2 * Math.round(times[0] / DT);
    const [known] = all.train.items;
    close(states, known.states.subarray(first, first + 20), { atol: 0 });
    // Rows 0 and 399 are ends: of the recording here, of the training rows there.
    close(velocities, known.velocities?.subarray(first, first + 20) ?? [], { atol: 1e-5 });
  }
  for (const [part, known] of [
    [validation, all.validation],
    [judged, all.test],
  ]) {
    assert.is(part.items[0].times.length, 30);
    close(part.items[0].states, known.items[0].states.subarray(0, 60), { atol: 0 });
    close(part.items[0].times, known.items[0].times.subarray(0, 30), { atol: 1e-9 });
  }
});

test('with room for all rows it is the whole recording', async () => {
  const { train, test: judged } = await datasetFromFile(path, { dt: DT, inMemory: 1e6 });
  assert.equal(train.items[0].states, whole().train.items[0].states);
  assert.is(judged.items[0].times.length, 50);
});

test('the digest is that of the file, and every row counts', async () => {
  const digest = async (file: string): Promise<string | undefined> =>
    (await datasetFromFile(file, { dt: DT, inMemory: 30 })).source?.digest;
  const other = join(folder, 'other.npy');
  const rows = Array.from({ length: ROWS }, (_, row) => [
    Math.cos(row * DT),
    row === 100 ? 0 : row * DT,
  ]);
  await writeNpy(other, rows, { columns: 2 });
  assert.is(await digest(path), await digest(path));
  assert.not.equal(await digest(path), await digest(other));
});

test.run();
