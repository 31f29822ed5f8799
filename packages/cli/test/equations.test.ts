import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { runNoether } from './run-noether.js';

const test = suite('equations');
let folder = '';

/** x(t) of dx/dt = y, dy/dt = −2 x − 0.2 y as CSV, with noise. */
function oscillator(noise: number): string {
  const random = randomStream('oscillator');
  const omega = Math.sqrt(2 - 0.01);
  const lines = Array.from({ length: 1000 }, (_, row) => {
    const t = row * 0.02;
    const decay = Math.exp(-0.1 * t);
    const x = decay * Math.cos(omega * t);
    const y = -0.1 * x - omega * decay * Math.sin(omega * t);
    return [t, x + noise * random.normal(), y + noise * random.normal()].join(',');
  });
  return ['t,x,y', ...lines].join('\n');
}

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), 'noether-equations-'));
  writeFileSync(join(folder, 'clean.csv'), oscillator(0));
  writeFileSync(join(folder, 'noisy.csv'), oscillator(0.02));
});

test.after(() => {
  rmSync(folder, { recursive: true });
});

test('equations of a recording: table, equations, forecast, files', async () => {
  const { code, stdout, stderr } = await runNoether(folder, ['equations', '--data', 'clean.csv']);
  assert.is(code, 0, stderr);
  assert.match(stdout, /clean\.csv: 1 trajectory, 1,000 rows of x, y/);
  assert.match(stdout, /finite differences of order 6/);
  assert.match(stdout, /threshold +terms +BIC +held-out error/);
  assert.match(stdout, /^> .* 3 /m);
  assert.match(stdout, /picked: 3 terms err by/);
  assert.match(stdout, /dx\/dt = 1\.000 y +R² 1\.000/);
  assert.match(stdout, /dy\/dt = -2\.000 x - 0\.2000 y/);
  assert.match(
    stdout,
    /valid for 3\.98 of 3\.98 time units\n +persistence .*, DMD .*, quadratic map/,
  );
  const out = join('runs', 'clean-equations');
  assert.match(stdout, `Written to ${out}`);
  const stored = JSON.parse(readFileSync(join(folder, out, 'equations.json'), 'utf8')) as {
    kind: string;
    text: string[];
  };
  assert.is(stored.kind, 'equation-system');
  assert.is(stored.text.length, 2);
  for (const name of ['sweep', 'forecast', 'forecast-error']) {
    for (const ending of ['svg', 'png']) {
      assert.ok(existsSync(join(folder, out, 'figures', `${name}.${ending}`)), name);
    }
  }
});

test('noise turns to the weak form; --json is one document; a second folder is another one', async () => {
  const args = ['equations', '--data', 'noisy.csv', '--degree', '2', '--json'];
  const { code, stdout, stderr } = await runNoether(folder, args);
  assert.is(code, 0, stderr);
  const found = JSON.parse(stdout) as { method: string; noise: number; text: string[] };
  assert.is(found.method, 'weak');
  assert.ok(found.noise > 0.01 && found.noise < 0.2);
  assert.match(found.text[1], /dy\/dt = -(1\.9|2\.0)\d* x - 0\.(1[89]|2[01])\d* y$/);
  const again = await runNoether(folder, [...args, '--threshold', '5']);
  assert.match(again.stderr, /warning: every term of d./);
  assert.ok(existsSync(join(folder, 'runs', 'noisy-equations-2', 'equations.json')));
});

/** x = exp(−0.3 t) + u of dx/dt = −0.3 (x − u) + v with u = sin t, v = cos t, weights and three missing values. */
function driven(): string {
  const lines = Array.from({ length: 800 }, (_, row) => {
    const t = row * 0.02;
    const [u, v] = [Math.sin(t), Math.cos(t)];
    const x = [300, 301, 303].includes(row) ? '' : Math.exp(-0.3 * t) + u;
    return [t, x, u, v, row % 2].join(',');
  });
  return ['t,x,u,v,w', ...lines].join('\n');
}

test('inputs, weights and gaps: what acts on the system is no equation, the count is told', async () => {
  writeFileSync(join(folder, 'driven.csv'), driven());
  const args = ['equations', '--data', 'driven.csv', '--inputs', 'u,v', '--weight', 'w'];
  const { code, stdout, stderr } = await runNoether(folder, [...args, '--degree', '1']);
  assert.is(code, 0, stderr);
  assert.match(stdout, /2 trajectories, 796 rows of x with inputs u, v, weighted/);
  assert.match(stdout, /dx\/dt = -0\.3000 x \+ 0\.3000 u \+ 1\.000 v/);
  const error = Number(/held out +roll-outs err by (\S+) of the spread/.exec(stdout)?.[1]);
  assert.ok(error < 1e-3, stdout);
  assert.match(stdout, /3 rows with a missing value were cut out/);
});

test('a discrete map needs no time between the rows', async () => {
  const rows = [0.4];
  while (rows.length < 200) rows.push(3.7 * rows[rows.length - 1] * (1 - rows[rows.length - 1]));
  const lines = rows.map((x, row) => `${row},${x}`);
  writeFileSync(join(folder, 'map.csv'), ['t,x', ...lines].join('\n'));
  const { code, stdout, stderr } = await runNoether(folder, [
    'equations',
    '--data',
    'map.csv',
    '--map',
  ]);
  assert.is(code, 0, stderr);
  assert.match(stdout, /steps of a discrete map\n/);
  assert.match(stdout, /picked: 2 terms err by/);
  assert.match(stdout, /x\[k\+1\] = 3\.700 x - 3\.700 x\^2/);
});

test('bad input is one message that names the option, and exit code 2', async () => {
  writeFileSync(join(folder, 'short.csv'), 't,x\n0,1\n1,2\n2,3\n');
  for (const [args, message] of [
    [[], /required option '--data <file>' not specified/],
    [['--data', 'none.csv'], /none\.csv does not exist/],
    [['--data', 'x.npy'], /--dt is undefined; a \.npy or HDF5 file needs the time between rows/],
    [['--data', 'clean.csv', '--dt', '0'], /--dt is "0"; give a positive number/],
    [['--data', 'clean.csv', '--method', 'magic'], /method is "magic"; give one of auto, weak/],
    [['--data', 'clean.csv', '--map', '--method', 'weak'], /a map has no velocities/],
    [['--data', 'clean.csv', '--inputs', 'q'], /inputs is "q"; the variables are x, y/],
    [['--data', 'clean.csv', '--degree', '99'], /degree is 99; give a whole number from 0 to 10/],
    [['--data', 'clean.csv', '--held-out', '2'], /heldOut is 2; give a share/],
    [['--data', 'short.csv'], /Trajectory 0 has 3 rows\. Give at least 10 rows/],
  ] as const) {
    const { code, stdout, stderr } = await runNoether(folder, ['equations', ...args]);
    assert.is(code, 2, stderr);
    assert.is(stdout, '');
    assert.match(stderr, message);
    assert.is(stderr.trim().split('\n').length, 1);
  }
});

test.run();
