import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { close } from '@noether/testkit';
import { runNoether } from './run-noether.js';

const test = suite('forecast');
let folder = '';

/** A whole discovery in a second or two. */
const tiny = {
  name: 'tiny',
  data: { system: 'pendulum', train: 4, validation: 2, test: 2, steps: 50 },
  autoencoder: { width: 8, hidden: 1 },
  symmetry: { batchSize: 32, epochs: 3, discriminator: { width: 8, hidden: 1 } },
};

test.before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'noether-forecast-'));
  writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tiny));
  const { code, stderr } = await runNoether(folder, [
    ...['discover', 'tiny.json', '--seeds', '2', '--out', 'two', '--json'],
  ]);
  assert.is(code, 0, stderr);
});

test.after(() => {
  rmSync(folder, { recursive: true });
});

test('a run is forecast again from its files, to the numbers it had', async () => {
  const { code, stdout, stderr } = await runNoether(folder, ['forecast', 'two/seed-1', '--json']);
  assert.is(code, 0, stderr);
  const { runs, files } = JSON.parse(stdout) as {
    runs: { seed: number; nrmse: number[] }[];
    files: string[];
  };
  const record = JSON.parse(
    readFileSync(join(folder, 'two', 'seed-1', 'run.json'), 'utf8'),
  ) as RunRecord;
  assert.is(runs[0].seed, 1);
  close(runs[0].nrmse, record.forecast.nrmse, { rtol: 1e-6 });
  assert.ok(files.some((path) => path.endsWith(join('figures', 'forecast-error.png'))));
  for (const path of files) assert.ok(existsSync(join(folder, path)), path);
});

test('another horizon and start; the table has a line for each method', async () => {
  const { code, stdout, stderr } = await runNoether(folder, [
    ...[
      'forecast',
      'two/seed-2',
      '--horizon',
      '0.4',
      '--start',
      '0.2',
      '--out',
      'again',
      '--neural-ode',
    ],
  ]);
  assert.is(code, 0, stderr);
  assert.match(stdout, /^2 test trajectories, horizon 0\.400, threshold 0\.400\n/);
  for (const name of [
    'forecast',
    'persistence',
    'DMD',
    'quadratic map',
    'neural ODE',
    'autoencoder only',
  ]) {
    assert.match(stdout, new RegExp(`^${name} +[\\d.]+ `, 'm'));
  }
  assert.match(stdout, /Written to again\n$/);
  const table = readFileSync(join(folder, 'again', 'errors.csv'), 'utf8')
    .trim()
    .split('\n');
  assert.match(table[0], /^time,forecast,forecast 10 %,forecast 90 %,autoencoder only/);
  assert.is(table.length, 1 + 21);
});

test('several seeds give a band', async () => {
  const { code, stdout, stderr } = await runNoether(folder, ['forecast', 'two']);
  assert.is(code, 0, stderr);
  assert.match(stdout, /^2 seeds, medians; 2 test trajectories/);
  assert.match(stdout, /^persistence +[\d.]+ \([\d.]+ to [\d.]+\)/m);
  const out = join(folder, 'two', 'forecasts', 'forecast');
  for (const name of ['forecast-1.json', 'forecast-2.json', 'figures/forecast-band.svg']) {
    assert.ok(existsSync(join(out, name)), name);
  }
});

test('bad input is one message that names the option, and exit code 2', async () => {
  for (const [args, message] of [
    [[], /missing required argument 'dir'/],
    [['nothing'], /nothing holds no run\. Check the path/],
    [['two', '--horizon', '-1'], /--horizon is "-1"; give a positive number/],
    [['two', '--start', 'x'], /--start is "x"; give a number of 0 or more/],
    [['two', '--start', '50'], /start is 50; the test trajectories last for 0\.98/],
    [['two', '--horizon', '0.001'], /horizon is 0\.001; it ends before the second row/],
  ] as const) {
    const { code, stdout, stderr } = await runNoether(folder, ['forecast', ...args]);
    assert.is(code, 2, stderr);
    assert.is(stdout, '');
    assert.match(stderr, message);
    assert.is(stderr.trim().split('\n').length, 1, stderr);
  }
});

test.run();
