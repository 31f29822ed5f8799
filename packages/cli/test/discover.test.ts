import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import type { Summary } from '@noether/pipeline';
import { runNoether } from './run-noether.js';
import { startNoether } from './start-noether.js';

const test = suite('discover');
let folder = '';

/** A whole discovery in a second or two. */
const tiny = {
  name: 'tiny',
  data: { system: 'pendulum', train: 4, validation: 2, test: 2, steps: 50 },
  autoencoder: { width: 8, hidden: 1 },
  symmetry: { batchSize: 32, epochs: 3, discriminator: { width: 8, hidden: 1 } },
};

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), 'noether-discover-'));
  writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tiny));
});

test.after(() => {
  rmSync(folder, { recursive: true });
});

const recordOf = (out: string): RunRecord =>
  JSON.parse(readFileSync(join(folder, out, 'run.json'), 'utf8')) as RunRecord;

test('a finished run prints stages, verdict and the path of its report, with exit code 0', async () => {
  const { code, stdout, stderr } = await runNoether(folder, ['discover', 'tiny.json']);
  assert.is(code, 0, stderr);
  assert.is(stderr, '');
  const out = join('runs', 'tiny-seed-1');
  const { status, equations } = recordOf(out);
  for (const stage of ['data', 'training', 'equations', 'forecast', 'report']) {
    assert.match(stdout, new RegExp(`^${stage} +.* s$`, 'm'));
  }
  assert.match(stdout, new RegExp(`^${status}: `, 'm'));
  for (const equation of equations.text) assert.match(stdout, equation);
  assert.match(stdout, /valid for .* time units\n.*persistence .*DMD/);
  assert.match(stdout, join(out, 'report.html'));
  assert.ok(existsSync(join(folder, out, 'report.html')));
  assert.not.match(stdout, /[\r\u001B]/);
});

test('--json leaves the record alone on stdout; a second default folder is another one', async () => {
  const args = ['discover', 'tiny.json', '--seed', '1', '--json'];
  const { code, stdout, stderr } = await startNoether(folder, args);
  assert.is(code, 0, stderr);
  assert.match(stderr, /^training /m);
  assert.equal(JSON.parse(stdout), recordOf(join('runs', 'tiny-seed-1-2')));
  const numbers = ({ symmetry, equations }: RunRecord): unknown => [symmetry, equations];
  const first = recordOf(join('runs', 'tiny-seed-1'));
  assert.equal(numbers(JSON.parse(stdout) as RunRecord), numbers(first), 'same seed, same numbers');
});

test('an explicit folder with a run in it is refused', async () => {
  const out = join('runs', 'tiny-seed-1');
  const { code, stderr } = await runNoether(folder, ['discover', 'tiny.json', '--out', out]);
  assert.is(code, 2);
  assert.match(stderr, out);
});

test('--set changes the configuration', async () => {
  const args = ['discover', 'tiny.json', '--set', 'symmetry.epochs=2', '--set', 'name=short'];
  const { code, stderr } = await runNoether(folder, args);
  assert.is(code, 0, stderr);
  const lines = readFileSync(join(folder, 'runs', 'short-seed-1', 'metrics.jsonl'), 'utf8');
  assert.is(lines.trim().split('\n').length, 2);
});

test('--latent sets the latent dimension or has it chosen, and refuses other words', async () => {
  const set = ['--set', 'symmetry.epochs=1', '--out', 'scanned'];
  const { code, stdout, stderr } = await runNoether(folder, [
    'discover',
    'tiny.json',
    '--latent',
    'auto',
    ...set,
  ]);
  assert.is(code, 0, stderr);
  assert.match(stdout, /^dimension +6,000 steps in /m);
  assert.match(stdout, /^latent +dimension 2: Dimension 2 leaves 0 % of the variance/m);
  assert.is(recordOf('scanned').latentDimension?.dimension, 2);
  const word = await runNoether(folder, ['discover', 'tiny.json', '--latent', 'two']);
  assert.is(word.code, 2);
  assert.match(word.stderr, '--latent is "two"; give a whole number from 1');
  for (const flag of ['--latent', '--generators']) {
    const args = ['discover', 'lotka-volterra-sindyae', flag, 'auto'];
    const refused = await runNoether(folder, args);
    assert.is(refused.code, 2);
    assert.match(refused.stderr, `${flag} is "auto"; a SINDy autoencoder`);
  }
});

test('several seeds are a table and a summary', async () => {
  const args = ['discover', 'tiny.json', '--seeds', '2', '--seed', '5', '--parallel', '2'];
  const { code, stdout, stderr } = await runNoether(folder, [...args, '--out', 'two']);
  assert.is(code, 0, stderr);
  assert.match(stdout, /^seed {2}verdict.*time$/m);
  for (const seed of [5, 6]) {
    assert.match(
      stdout,
      new RegExp(`^ +${seed}  ${recordOf(join('two', `seed-${seed}`)).status}`, 'm'),
    );
  }
  const summary = JSON.parse(readFileSync(join(folder, 'two', 'summary.json'), 'utf8')) as Summary;
  assert.match(stdout, `discovered: ${summary.discovered} of 2 seeds`);
  assert.match(stdout, join('two', 'summary.html'));
});

test('report draws the page again', async () => {
  const page = join('runs', 'tiny-seed-1', 'report.html');
  rmSync(join(folder, page));
  const { code, stdout, stderr } = await runNoether(folder, [
    'report',
    join('runs', 'tiny-seed-1'),
  ]);
  assert.is(code, 0, stderr);
  assert.match(stdout, 'report.html');
  assert.ok(existsSync(join(folder, page)));
});

test('report draws the pages of several seeds again, and their summary', async () => {
  const pages = ['two/seed-5/report.html', 'two/seed-6/report.html', 'two/summary.html'];
  for (const page of pages) rmSync(join(folder, page));
  const { code, stdout, stderr } = await runNoether(folder, ['report', 'two']);
  assert.is(code, 0, stderr);
  assert.match(stdout, join('two', 'summary.html'));
  for (const page of pages) assert.ok(existsSync(join(folder, page)), page);
});

test('Ctrl-C leaves a checkpoint and says how to go on; resume ends with the same numbers', async () => {
  const long = ['--set', 'symmetry.epochs=200', '--seed', '3'];
  const whole = await runNoether(folder, ['discover', 'tiny.json', ...long, '--out', 'whole']);
  assert.is(whole.code, 0, whole.stderr);
  let pressed = false;
  const args = ['discover', 'tiny.json', ...long, '--out', 'stopped'];
  const stopped = await startNoether(folder, args, (stdout, interrupt) => {
    if (pressed || !/^data .* in /m.test(stdout)) return;
    pressed = true;
    setTimeout(interrupt, 100);
  });
  assert.is(stopped.code, 130, stopped.stdout + stopped.stderr);
  assert.match(stopped.stdout, /Ctrl-C again/);
  assert.match(stopped.stderr, /^Stopped\. Go on with: noether resume stopped$/m);
  assert.not.ok(existsSync(join(folder, 'stopped', 'run.json')));
  const resumed = await runNoether(folder, ['resume', 'stopped']);
  assert.is(resumed.code, 0, resumed.stderr);
  const { symmetry, equations } = recordOf('stopped');
  const expected = recordOf('whole');
  assert.equal(symmetry, expected.symmetry);
  assert.equal(equations, expected.equations);
});

test('a seed whose process is killed: exit code 1, with the seed, the signal and how to go on', async () => {
  const children: ChildProcess[] = [];
  const hear = (message: unknown): void => {
    children.push((message as { process: ChildProcess }).process);
  };
  const epochs = join(folder, 'killed', 'seed-1', 'metrics.jsonl');
  const timer = setInterval(() => existsSync(epochs) && children[0].kill('SIGKILL'), 20);
  subscribe('child_process', hear);
  try {
    const args = ['discover', 'tiny.json', '--set', 'symmetry.epochs=2000', '--out', 'killed'];
    const { code, stderr } = await runNoether(folder, [...args, '--seeds', '1', '--parallel', '2']);
    assert.is(code, 1, stderr);
    const seed = `seed 1 in ${join('killed', 'seed-1')}`;
    assert.match(stderr, `noether: The process of ${seed} ended with signal SIGKILL. Everything`);
    assert.match(stderr, /run fewer at once\. Go on with: noether resume killed$/m);
    assert.is(stderr.match(/^noether: /gm)?.length, 1, stderr);
  } finally {
    clearInterval(timer);
    unsubscribe('child_process', hear);
  }
});

test.run();
