import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { listPresets, loadConfig } from '../../src/index.js';
import { failure, inFolder } from '../tiny.js';

test('every preset is a valid configuration of its own name', async () => {
  const presets = await listPresets();
  assert.ok(presets.includes('lotka-volterra') && presets.includes('pendulum'));
  for (const preset of presets) assert.is((await loadConfig(preset)).name, preset);
});

test('an unknown preset is answered with the nearest one and all others', async () => {
  const { code, message } = await failure(loadConfig('lotka-voltera'));
  assert.is(code, 'unknown-preset');
  assert.match(message, 'Did you mean lotka-volterra?');
  assert.match(message, 'pendulum');
});

test('a missing file and a file that is not JSON are named', async () => {
  assert.is((await failure(loadConfig('./nowhere.json'))).code, 'missing-file');
  await inFolder(async (path) => {
    await writeFile(`${path}.json`, '{ "data": ');
    const { code, message } = await failure(loadConfig(`${path}.json`));
    assert.is(code, 'invalid-config');
    assert.match(message, 'run.json is not JSON');
  });
});

test('of a folder the configuration in it is told, or else the presets', async () => {
  await inFolder(async (path) => {
    await mkdir(path);
    const { code, message } = await failure(loadConfig(path));
    assert.is(code, 'unreadable-file');
    assert.ok(message.startsWith(`${path} is a folder. Give a pipeline.json or a preset: `));
    assert.match(message, 'lotka-volterra, ');
    await writeFile(join(path, 'pipeline.json'), '{}');
    assert.is(
      (await failure(loadConfig(path))).message,
      `${path} is a folder. Give the configuration in it: ${join(path, 'pipeline.json')}.`,
    );
  });
});

test('a data file is looked for beside the configuration', async () => {
  await inFolder(async (path) => {
    await mkdir(path);
    await writeFile(join(path, 'my.json'), JSON.stringify({ data: { file: 'my.csv' } }));
    const { data } = await loadConfig(join(path, 'my.json'));
    assert.is((data as { file: string }).file, join(path, 'my.csv'));
    assert.not.equal(dirname(path), process.cwd());
    const jets = { system: 'jets', file: 'train.h5' };
    await writeFile(join(path, 'jets.json'), JSON.stringify({ data: jets }));
    const recorded = await loadConfig(join(path, 'jets.json'));
    assert.is((recorded.data as { file: string }).file, join(path, 'train.h5'));
  });
});

test.run();
