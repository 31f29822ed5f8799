import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { reproduce } from '../../src/index.js';
import { failure, inFolder, silent } from '../tiny.js';

test('experiments at once come to what they come to one by one, each once in the order asked for', async () => {
  const names = ['exponential', 'orthonormality'];
  const run = (parallel: number) =>
    inFolder(async (out) => {
      const seeds: string[] = [];
      const ended: string[] = [];
      const options = { out, names: [...names, names[0]], quick: true, parallel };
      const { results, folder } = await reproduce({
        ...options,
        observe: (experiment, seed) => (seeds.push(`${experiment} ${seed}`), silent),
        onExperiment: ({ preset }) => ended.push(preset),
      });
      assert.is(seeds.length, 1 + 5);
      assert.equal(ended.sort(), names);
      const table = await readFile(join(folder, 'reproduction.txt'), 'utf8');
      const again = await reproduce({ ...options, observe: () => silent });
      assert.equal(again.results, results, 'kept');
      return { results, table };
    });
  const alone = await run(1);
  assert.equal(
    alone.results.map(({ preset }) => preset),
    names,
  );
  assert.equal(await run(2), alone);
});

test('a folder that another process writes to is refused', async () => {
  await inFolder(async (out) => {
    const folder = join(out, 'quick');
    await mkdir(folder, { recursive: true });
    const foreign = { pid: 7, host: 'elsewhere', began: null };
    await writeFile(join(folder, 'lock.json'), JSON.stringify(foreign));
    const options = { out, names: ['exponential'], quick: true, observe: () => silent };
    const { code, message } = await failure(reproduce(options));
    assert.is(code, 'folder-locked');
    assert.match(message, `${folder} is being written by process 7 on elsewhere.`);
    assert.equal(await readdir(folder), ['lock.json']);
  });
});

test('an unknown experiment is refused', async () => {
  await inFolder(async (out) => {
    const options = { out, names: ['no-such'], quick: true, observe: () => silent };
    assert.is((await failure(reproduce(options))).code, 'unknown-experiment');
    const full = { ...options, names: ['lorentz-chosen'] };
    assert.match((await failure(reproduce(full))).message, /lorentz-chosen.*no quick version/);
  });
});

test.run();
