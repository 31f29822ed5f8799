import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromNpy, reactionDiffusion } from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { discover, parseConfig, writeData } from '../src/index.js';
import { inFolder, silent, tiny, tinyConfig } from './tiny.js';

const WAVE = { system: 'reaction-diffusion', size: 8, frames: 200 };
const own = { observe: silent, seed: 3 };

test('the frames of a field on the disk are those of a discovery with the same seed', async () => {
  await inFolder(async (folder) => {
    await mkdir(folder);
    const out = join(folder, 'wave.npy');
    const { shape } = await writeData(tinyConfig({ data: { ...WAVE, noise: 0.1 } }), {
      ...own,
      out,
    });
    assert.equal(shape, [200, 64]);
    const { items } = fromNpy(await readFile(out), { dt: 0.05 });
    const context = { random: randomStream(3).split('data'), observe: silent };
    const { train, test: judged } = reactionDiffusion(
      { size: 8, frames: 200, noise: 0.1 },
      context,
    );
    const rounded = (values: Float64Array): number[] => Array.from(values, Math.fround);
    const rows = (first: number, count: number): number[] =>
      Array.from(items[0].states.subarray(64 * first, 64 * (first + count)));
    assert.equal(rows(0, 160), rounded(train.items[0].states));
    assert.equal(rows(180, 20), rounded(judged.items[0].states));
  });
});

test('trajectories keep their axis, single states are rows of one', async () => {
  await inFolder(async (folder) => {
    await mkdir(folder);
    const write = (data: object, name: string): Promise<readonly number[]> =>
      writeData(tinyConfig({ data }), { ...own, out: join(folder, name) }).then(
        ({ shape }) => shape,
      );
    assert.equal(await write(tiny.data, 'a.npy'), [8, 50, 2]);
    const samples = { system: 'clusters', train: 5, validation: 1, test: 1 };
    assert.equal(await write(samples, 'b.npy'), [7, 1, 2]);
  });
});

test('training from the file goes as training from memory does, batch for batch', async () => {
  await inFolder(async (folder) => {
    await mkdir(folder);
    const file = join(folder, 'wave.npy');
    await writeData(tinyConfig({ data: WAVE }), { ...own, out: file });
    const run = async (name: string, more: object): Promise<string> => {
      const out = join(folder, name);
      const config = parseConfig(
        { ...tiny, name, data: { file, dt: 0.05, ...more }, equations: { degree: 1 } },
        name,
      );
      const { status, equations } = await discover(config, { ...own, out });
      assert.ok(status !== 'diverged' && equations.text.length === 2);
      return readFile(join(out, 'metrics.jsonl'), 'utf8');
    };
    const [whole, streamed] = [await run('whole', {}), await run('streamed', { inMemory: 40 })];
    assert.is(whole.trim().split('\n').length, tiny.symmetry.epochs);
    assert.equal(streamed, whole);
  });
});

test('what cannot stay in its file is refused', async () => {
  await inFolder(async (folder) => {
    await mkdir(folder);
    const file = join(folder, 'swings.npy');
    await writeData(tinyConfig(), { ...own, out: file });
    const failure = (data: object): Promise<string> =>
      discover(tinyConfig({ data }), { ...own, out: join(folder, 'run') }).then(
        () => '',
        ({ message }: Error) => message,
      );
    assert.match(
      await failure({ file, dt: 1, inMemory: 9 }),
      /holds 8 trajectories.*one recording/,
    );
    assert.match(await failure({ file, inMemory: 9 }), /data\.dt is undefined/);
    assert.match(
      await failure({ file, dt: 1, inMemory: 9, split: 'trajectories' }),
      /data\.split.*cut in time/,
    );
    const csv = join(dirname(file), 'a.csv');
    assert.match(await failure({ file: csv, dt: 1, inMemory: 9 }), /data\.inMemory is 9.*\.npy/);
  });
});

test.run();
