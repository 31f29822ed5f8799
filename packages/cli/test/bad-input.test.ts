import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runNoether, type Ended } from './run-noether.js';
import { startNoether } from './start-noether.js';

const test = suite('bad input');
let folder = '';

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), 'noether-bad-input-'));
});

test.after(() => {
  rmSync(folder, { recursive: true });
});

/** Exit code 2, nothing on stdout but progress, and one message without a stack. */
async function complains(args: readonly string[], ...wanted: readonly RegExp[]): Promise<string> {
  return complaint(await runNoether(folder, args), wanted);
}

function complaint({ code, stderr }: Ended, wanted: readonly RegExp[]): string {
  assert.is(code, 2, stderr);
  for (const pattern of wanted) assert.match(stderr, pattern);
  assert.is(stderr.match(/^noether: /gm)?.length, 1, stderr);
  assert.not.match(stderr, /^\s+at /m);
  return stderr;
}

/** A configuration that reads `text` as its data. */
function dataOf(name: string, text: string): string {
  writeFileSync(join(folder, `${name}.csv`), text);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ data: { file: `${name}.csv` } }));
  return `${name}.json`;
}

/** A circle with `rows` rows for each of `paths` trajectories. */
function circle(paths: number, rows: number): string[] {
  const lines = ['trajectory,t,x,y'];
  for (let path = 0; path < paths; path++) {
    for (let row = 0; row < rows; row++) {
      const t = 0.1 * row;
      lines.push([path, t.toFixed(1), Math.cos(t + path), Math.sin(t + path)].join(','));
    }
  }
  return lines;
}

test('an unknown preset, with the nearest', async () => {
  const ended = await startNoether(folder, ['discover', 'lotka-volterr']);
  complaint(ended, [/"lotka-volterr"/, /mean lotka-volterra\?/]);
});

test('a configuration with three mistakes, all of them', async () => {
  const config = {
    data: { system: 'lotka-volterra' },
    symmetry: { epochs: -3, batchsize: 64 },
    forecast: { threshold: 'high' },
  };
  writeFileSync(join(folder, 'three.json'), JSON.stringify(config));
  await complains(
    ['discover', 'three.json'],
    /three\.json has 3 mistakes/,
    /^ {2}symmetry\.epochs: .*-3/m,
    /^ {2}symmetry\.batchsize: .*did you mean batchSize\?/m,
    /^ {2}forecast\.threshold: .*"high"/m,
  );
});

test('a configuration that is not JSON', async () => {
  writeFileSync(join(folder, 'broken.json'), '{"data": ');
  await complains(['discover', 'broken.json'], /broken\.json is not JSON/);
});

test('a missing configuration file', async () => {
  await complains(['discover', 'nowhere/pipeline.json'], /nowhere\/pipeline\.json/);
});

test('a missing data file', async () => {
  writeFileSync(join(folder, 'lost.json'), '{"data": {"file": "lost.csv"}}');
  await complains(['discover', 'lost.json', '--out', 'lost'], /lost\.csv/);
});

test('a ragged row, by its line', async () => {
  const lines = circle(3, 50);
  lines[41] = '0,4.0,1';
  const config = dataOf('ragged', lines.join('\n'));
  await complains(['discover', config, '--out', 'ragged'], /[Ll]ine 42\b/);
});

test('NaN in the data, by trajectory and row', async () => {
  const lines = circle(3, 50);
  lines[1 + 50 + 7] = '1,0.7,NaN,1';
  const config = dataOf('nan', lines.join('\n'));
  await complains(['discover', config, '--out', 'nan'], /[Tt]rajectory 1, row 7\b/);
});

test('trajectories that are too short', async () => {
  const config = dataOf('short', circle(3, 2).join('\n'));
  await complains(['discover', config, '--out', 'short'], /rows?\b/);
});

test('a folder that holds another run', async () => {
  mkdirSync(join(folder, 'taken'));
  for (const name of ['run.json', 'config.json', 'state.json']) {
    writeFileSync(join(folder, 'taken', name), '{"kind": "run"}');
  }
  await complains(['discover', 'lotka-volterra', '--out', 'taken'], /taken/);
});

test('an unknown engine', async () => {
  const args = ['discover', 'lotka-volterra', '--engine', 'warp', '--out', 'warp'];
  await complains(args, /"warp"/, /onnx-native/);
});

test('a setting without a value, or of a key that is not there', async () => {
  await complains(['discover', 'pendulum', '--set', 'symmetry.epochs'], /symmetry\.epochs/);
  await complains(
    ['discover', 'pendulum', '--set', 'symmetry.epoch=3'],
    /symmetry\.epoch: unknown key; did you mean epochs\?/,
  );
});

test('a seed that is no number', async () => {
  await complains(['discover', 'pendulum', '--seed', 'seven'], /--seed is "seven"/);
});

test('an unknown command, option or missing argument', async () => {
  await complains(['discovr'], /unknown command 'discovr'[^]*discover/);
  await complains(['discover', 'pendulum', '--sed', '3'], /--sed'[^]*--seed/);
  await complains(['discover'], /missing required argument/);
});

test('a folder without a run cannot be resumed or reported', async () => {
  await complains(['resume', 'empty'], /"empty"/);
  await complains(['report', 'empty'], /empty/);
});

test('--debug shows the stack', async () => {
  const { code, stderr } = await runNoether(folder, ['discover', 'nothing', '--debug']);
  assert.is(code, 2);
  assert.match(stderr, /^\s+at /m);
});

test('seeds at once are asked for only of several seeds', async () => {
  const args = ['discover', 'lotka-volterra', '--parallel'];
  await complains([...args, '2'], /--parallel is 2; it is for several seeds: give --seeds/);
  await complains([...args, '0', '--seeds', '2'], /--parallel is "0"; give a whole number from 1/);
  mkdirSync(join(folder, 'single'));
  const state = { kind: 'run-state', seed: 1, engine: 'onnx-native' };
  const claim = JSON.stringify({ ...state, config: { data: { system: 'pendulum' } } });
  writeFileSync(join(folder, 'single', 'state.json'), claim);
  await complains(['resume', 'single', '--parallel', '2'], /--parallel is 2; this is one run/);
});

test.run();
