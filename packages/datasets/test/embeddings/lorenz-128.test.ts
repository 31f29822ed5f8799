import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { embedLorenz, legendreModes, lorenz128 } from '../../src/index.js';

interface Golden {
  readonly lorenz128: {
    readonly z: number[];
    readonly dz: number[];
    readonly modes_at_0_31_64_127: number[][];
    readonly x: number[];
    readonly dx: number[];
  };
}

const file = new URL('../golden/sindyae_generators.json', import.meta.url);
const golden = (JSON.parse(readFileSync(file, 'utf8')) as Golden).lorenz128;
const context = () => ({ random: randomStream(3), observe: () => {} });
const small = { train: 2, validation: 1, test: 1, steps: 40 };

test('the modes are those of the golden file', () => {
  const modes = legendreModes(128);
  const chosen = [0, 31, 64, 127].map((point) => modes[point]);
  golden.modes_at_0_31_64_127.forEach((mode, n) => {
    close(
      chosen.map((values) => values[n]),
      mode,
      { atol: 1e-12 },
    );
  });
});

test('a row and its derivative are those of the golden file, to 1e-12', () => {
  const { state, velocity } = embedLorenz(golden.z, golden.dz, legendreModes(128));
  close(state, golden.x, { atol: 1e-12 });
  close(velocity, golden.dx, { atol: 1e-11 });
});

test('rows are the embedding of the hidden states, with the noise asked for', () => {
  const exact = lorenz128({ ...small, noise: 0 }, context());
  const modes = legendreModes(128);
  const [seen] = exact.train.items;
  const [{ states, velocities }] = exact.hidden.train.items;
  const { state } = embedLorenz(states.subarray(15, 18), velocities?.subarray(15, 18) ?? [], modes);
  close(seen.states.subarray(5 * 128, 6 * 128), state, { atol: 0 });
  const noisy = lorenz128({ ...small, noise: 0.1 }, context());
  const difference = noisy.test.items[0].states.map(
    (value, at) => value - exact.test.items[0].states[at],
  );
  const deviation = Math.hypot(...difference) / Math.sqrt(difference.length);
  assert.ok(Math.abs(deviation - 0.1) < 0.005, String(deviation));
});

test('hidden velocities are those of Lorenz 1963 in units of 40, and the rows move with them', () => {
  const { hidden, train } = lorenz128({ ...small, noise: 0 }, context());
  const [{ times, states, velocities = states }] = hidden.train.items;
  const [z1, z2, z3] = states.subarray(30, 33);
  close(
    velocities.subarray(30, 33),
    [10 * (z2 - z1), z1 * (28 - 40 * z3) - z2, 40 * z1 * z2 - (8 / 3) * z3],
    {
      atol: 1e-11,
    },
  );
  const step = times[1] - times[0];
  const [{ states: seen, velocities: moving = seen }] = train.items;
  const at = (row: number): Float64Array => seen.subarray(row * 128, row * 128 + 128);
  const slope = at(11).map((value, index) => (value - at(9)[index]) / (2 * step));
  const exact = moving.subarray(1280, 1408);
  const error = Math.hypot(...slope.map((value, index) => value - exact[index]));
  assert.ok(error < 0.05 * Math.hypot(...exact), `${error}`);
});

test('a trajectory depends on the stream, its part and its number alone', () => {
  const few = lorenz128(small, context());
  const more = lorenz128({ ...small, train: 3 }, context());
  close(few.train.items[1].states, more.train.items[1].states, { atol: 0 });
  assert.not.equal(few.train.items[0].states, few.validation.items[0].states);
});

test('options out of range are named', () => {
  assert.throws(() => lorenz128({ ...small, train: 0 }, context()), /train is 0/);
  assert.throws(() => lorenz128({ ...small, step: -1 }, context()), /step is -1/);
});

test.run();
