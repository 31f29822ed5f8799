import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { NoetherError } from '@noether/contracts';
import { reactionDiffusion, spiralWave } from '@noether/datasets';

interface Golden {
  readonly n: number;
  readonly times: number[];
  readonly u: number[][][];
  readonly v0: number[][];
  readonly du0: number[][];
  readonly dv0: number[][];
}
const golden = JSON.parse(
  readFileSync(new URL('../golden/reaction_diffusion_32.json', import.meta.url), 'utf8'),
) as Golden;

const context = { random: randomStream(1), observe: () => {} };

function largest(actual: ArrayLike<number>, wanted: number[][]): number {
  return Math.max(...wanted.flat().map((value, at) => Math.abs(value - actual[at])));
}

test('initial fields and their derivatives agree with the golden values', () => {
  const { u, v, uVelocity, vVelocity } = spiralWave({ size: golden.n }).next().value;
  assert.ok(largest(u, golden.u[0]) < 1e-14);
  assert.ok(largest(v, golden.v0) < 1e-14);
  assert.ok(largest(uVelocity, golden.du0) < 1e-12);
  assert.ok(largest(vVelocity, golden.dv0) < 1e-12);
});

test('the fields agree with the golden values up to t = 20', () => {
  const wave = spiralWave({ size: golden.n });
  let seen = 0;
  while (seen < golden.times.length) {
    const { time, u } = wave.next().value;
    if (Math.abs(time - golden.times[seen]) > 1e-9) continue;
    assert.ok(largest(u, golden.u[seen]) < 1e-6, `t = ${time}: ${largest(u, golden.u[seen])}`);
    seen += 1;
  }
});

test('the integrator is of order 4', () => {
  const after = (substeps: number): Float64Array => {
    const wave = spiralWave({ size: 16, step: 0.4, substeps });
    for (let frame = 0; frame < 10; frame++) wave.next();
    return wave.next().value.u.slice();
  };
  const exact = after(64);
  const error = (substeps: number): number =>
    Math.sqrt(after(substeps).reduce((sum, value, at) => sum + (value - exact[at]) ** 2, 0));
  const order = Math.log2(error(8) / error(16));
  assert.ok(order > 3.6 && order < 4.6, `${order}`);
});

test('velocities are the time derivative of the states', () => {
  const { train } = reactionDiffusion({ size: 16, frames: 60, step: 0.02, noise: 0 }, context);
  const [{ states, velocities = new Float64Array(0) }] = train.items;
  const d = 256;
  for (let at = 0; at < d; at++) {
    const row = (offset: number): number => states[(40 + offset) * d + at];
    const slope = (8 * (row(1) - row(-1)) - (row(2) - row(-2))) / (12 * 0.02);
    assert.ok(Math.abs(slope - velocities[40 * d + at]) < 1e-5);
  }
});

test('a recording is cut in time, 80 : 10 : 10, and ends at frames · step', () => {
  const data = reactionDiffusion({ size: 8, frames: 100, step: 0.1 }, context);
  const rows = [data.train, data.validation, data.test].map(({ items }) => items[0].times.length);
  assert.equal(rows, [80, 10, 10]);
  assert.ok(Math.abs(data.train.items[0].times[0] - 0.1) < 1e-12);
  assert.ok(Math.abs(data.test.items[0].times[9] - 10) < 1e-12);
  assert.equal(data.train.names[9], 'u[1,1]');
});

test('too few frames are refused with their number', () => {
  const tooFew = (): unknown => reactionDiffusion({ size: 8, frames: 5 }, context);
  assert.throws(
    tooFew,
    (error: Error) => error instanceof NoetherError && /frames.*5/.test(error.message),
  );
});

test.run();
