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
  assert.match(stdout, /finite differences of order 4/);
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

test('bad input is one message that names the option, and exit code 2', async () => {
  writeFileSync(join(folder, 'short.csv'), 't,x\n0,1\n1,2\n2,3\n');
  for (const [args, message] of [
    [[], /required option '--data <file>' not specified/],
    [['--data', 'none.csv'], /none\.csv does not exist/],
    [['--data', 'x.npy'], /--dt is undefined; a \.npy file needs the time between rows/],
    [['--data', 'clean.csv', '--dt', '0'], /--dt is "0"; give a positive number/],
    [['--data', 'clean.csv', '--method', 'magic'], /method is "magic"; give one of auto, weak/],
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
