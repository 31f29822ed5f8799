import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { engineNames } from '@noether/compute';
import { describeMachine } from '../src/commands/doctor.js';
import { plainStyle } from '../src/style.js';
import { runNoether } from './run-noether.js';
import { startNoether } from './start-noether.js';

test('help, with examples, and the version', async () => {
  const help = await runNoether(tmpdir(), ['discover', '--help']);
  assert.is(help.code, 0);
  assert.match(help.stdout, /Examples:\n {2}noether discover lotka-volterra/);
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  assert.equal(await startNoether(tmpdir(), ['--version']), {
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
});

test('presets are listed with what they are', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['presets']);
  assert.is(code, 0);
  assert.match(stdout, /^lotka-volterra +lotka-volterra, 2 latent/m);
  assert.match(stdout, /^lotka-volterra-raw +.*LieGAN/m);
});

test('the schema is a JSON schema of the sections', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['schema']);
  assert.is(code, 0);
  const { properties } = JSON.parse(stdout) as { properties: object };
  for (const section of ['data', 'symmetry', 'forecast']) assert.ok(section in properties);
});

test('doctor tells what computes here', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['doctor']);
  assert.is(code, 0);
  assert.match(stdout, /^node +\d/m);
  assert.match(stdout, /^threads +\d/m);
  assert.match(stdout, /^. tfjs-cpu /mu);
});

test('doctor names the choice, and what is missing for the others', () => {
  const reports = [
    { name: 'onnx-native', description: 'onnx-native (onnxruntime 1.0)', problem: null },
    {
      name: 'tfjs-wasm',
      description: null,
      problem: 'It does not start. Install a. a: Cannot find package imported from /x/y.ts; b',
    },
  ];
  assert.equal(describeMachine(reports, {}, plainStyle).slice(2), [
    'engine     onnx-native (the first that works; NOETHER_ENGINE or --engine choose another)',
    '',
    '✔ onnx-native  onnxruntime 1.0',
    '✘ tfjs-wasm',
    '    It does not start. Install a. a: Cannot find package; b',
  ]);
  const asked = (name: string): string[] =>
    describeMachine(reports, { NOETHER_ENGINE: name }, plainStyle).slice(2, -4);
  assert.equal(asked('tfjs-cpu'), ['engine     tfjs-cpu (NOETHER_ENGINE)']);
  assert.equal(asked('tfjs-wasm'), [
    'engine     ✘ NOETHER_ENGINE is tfjs-wasm, which does not load: see below',
  ]);
});

test('doctor fails with the known names when NOETHER_ENGINE names no engine', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['doctor'], { NOETHER_ENGINE: 'abacus' });
  assert.is(code, 1);
  const told = stdout.replaceAll(/\n +/g, ' ');
  assert.match(
    told,
    /^engine +✘ NOETHER_ENGINE is abacus, and there is no such engine; known are /m,
  );
  for (const name of engineNames) assert.ok(told.includes(name), name);
});

test.run();
