import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fromNpy } from '@noether/datasets';
import { runNoether } from './run-noether.js';

const test = suite('data');
let folder = '';
test.before(() => void (folder = mkdtempSync(join(tmpdir(), 'noether-data-'))));
test.after(() => rmSync(folder, { recursive: true }));

test('a preset with settings, and a system by its name, as files', async () => {
  const wave = ['--set', 'data.size=8', '--set', 'data.frames=30', '--out', 'wave.npy'];
  const { code, stdout, stderr } = await runNoether(folder, [
    'data',
    'reaction-diffusion',
    ...wave,
  ]);
  assert.is(code, 0, stderr);
  assert.is(stdout, 'wave.npy: shape (30, 64), float32, 0.00787 MB\n');
  const { items } = fromNpy(readFileSync(join(folder, 'wave.npy')), { dt: 0.05 });
  assert.is(items[0].times.length, 30);
  const few = ['data.train=2', 'data.validation=1', 'data.test=1', 'data.steps=20'];
  const settings = few.flatMap((setting) => ['--set', setting]);
  const orbits = await runNoether(folder, ['data', 'selkov', ...settings, '--out', 'orbits.npy']);
  assert.match(orbits.stdout, /^orbits\.npy: shape \(4, 20, 2\), float32/);
});

test('an unknown system and a bad setting leave no file', async () => {
  const before = readdirSync(folder);
  const unknown = await runNoether(folder, ['data', 'selkow', '--out', 'a.npy']);
  assert.is(unknown.code, 2);
  assert.match(unknown.stderr, /selkow/);
  const bad = ['data', 'reaction-diffusion', '--set', 'data.frames=3', '--out', 'b.npy'];
  const { code, stderr } = await runNoether(folder, bad);
  assert.is(code, 2);
  assert.match(stderr, /data\.frames/);
  assert.equal(readdirSync(folder), before);
});

test.run();
