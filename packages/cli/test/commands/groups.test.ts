import { tmpdir } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runNoether } from '../run-noether.js';

test('groups lists every family with an example', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['groups']);
  assert.is(code, 0);
  assert.match(stdout, /^so<n> +so3 +3 +3 × 3 +rotations/m);
  assert.match(stdout, /^lorentz +lorentz +6 +4 × 4/m);
});

test('groups so3 shows generators, brackets, Killing form and signature', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['groups', 'so3']);
  assert.is(code, 0);
  assert.match(stdout, /^so3: dimension 3, 3 × 3 matrices, compact, connected$/m);
  assert.match(stdout, /^L1\n {3}0 {2}−1 {3}0\n {3}1 {3}0 {3}0\n/m);
  assert.match(stdout, /^ {2}\[L1, L2\] = L3$/m);
  assert.match(stdout, /^Killing form\n {2}−2 {3}0 {3}0\n/m);
  assert.match(stdout, /^Signature: 0 positive, 3 negative, 0 zero; semisimple$/m);
});

test('groups so50, with 750,000 brackets, is one line and a remark', async () => {
  const { code, stdout } = await runNoether(tmpdir(), ['groups', 'so50']);
  assert.is(code, 0);
  assert.match(
    stdout,
    /^so50: dimension 1225, 50 × 50 matrices, compact, connected\n.*dimension 100\.\n$/,
  );
});

test('groups of an unknown name suggests the nearest and exits with 2', async () => {
  const { code, stderr } = await runNoether(tmpdir(), ['groups', 'lorenz']);
  assert.is(code, 2);
  assert.match(stderr, /Did you mean lorentz\?/);
});

test.run();
