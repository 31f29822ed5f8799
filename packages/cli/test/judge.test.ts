import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runNoether } from './run-noether.js';

const test = suite('judge and reproduce');
let folder = '';

/** A training of a second or two, which finds nothing. */
const tiny = {
  name: 'tiny',
  data: { system: 'pendulum', train: 4, validation: 2, test: 2, steps: 50 },
  autoencoder: { width: 8, hidden: 1 },
  symmetry: { batchSize: 32, epochs: 2, discriminator: { width: 8, hidden: 1 } },
};

test.before(() => {
  folder = mkdtempSync(join(tmpdir(), 'noether-judge-'));
  writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tiny));
});

test.after(() => {
  rmSync(folder, { recursive: true });
});

test('the action of a run that found nothing is judged, in lines and as JSON', async () => {
  const run = await runNoether(folder, ['discover', 'tiny.json', '--out', 'one', '--json']);
  assert.is(run.code, 0, run.stderr);
  const told = await runNoether(folder, ['judge', 'one']);
  assert.is(told.code, 0, told.stderr);
  assert.match(told.stdout, /seed 1: /);
  assert.match(told.stdout, /two-sample test +p = /);
  assert.match(told.stdout, /conserved quantity +moves by [\d.]+ of a shuffle, autoencoder alone /);
  const { stdout } = await runNoether(folder, ['judge', 'one', '--json']);
  const [{ seed, judgement }] = JSON.parse(stdout) as {
    seed: number;
    judgement: { verdict: string };
  }[];
  assert.is(seed, 1);
  assert.is.not(judgement.verdict, 'symmetry');
  assert.ok(existsSync(join(folder, 'one', 'judgement.json')));
});

test('a folder without a run, and an experiment that is not there, are bad input', async () => {
  const empty = await runNoether(folder, ['judge', 'nothing']);
  assert.is(empty.code, 2);
  assert.match(empty.stderr, /nothing holds no run/);
  const unknown = await runNoether(folder, ['reproduce', 'lotka', '--quick']);
  assert.is(unknown.code, 2);
  assert.match(unknown.stderr, /no experiment called "lotka".*lotka-volterra/s);
});

test.run();
