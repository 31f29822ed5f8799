import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { pendulumFrame, pendulumVideo } from '../../src/index.js';

interface Golden {
  readonly pendulum51: {
    readonly theta: number;
    readonly dtheta: number;
    readonly ddtheta: number;
    readonly frame_row25: number[];
    readonly frame_sum: number;
    readonly dframe_row40: number[];
    readonly ddframe_row40: number[];
  };
}

const file = new URL('../golden/sindyae_generators.json', import.meta.url);
const golden = (JSON.parse(readFileSync(file, 'utf8')) as Golden).pendulum51;
const context = () => ({ random: randomStream(3), observe: () => {} });

test('a frame is that of the golden file to 1e-12, its derivatives to 1e-5', () => {
  const { theta, dtheta, ddtheta } = golden;
  const { state, velocity, acceleration } = pendulumFrame(theta, dtheta, ddtheta, 51);
  const row = (values: Float64Array, index: number): Float64Array =>
    values.subarray(51 * index, 51 * index + 51);
  close(row(state, 25), golden.frame_row25, { atol: 1e-12 });
  close(
    state.reduce((sum, value) => sum + value, 0),
    golden.frame_sum,
    { rtol: 1e-12 },
  );
  const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
  close(row(velocity, 40), golden.dframe_row40, { atol: 1e-5 * largest(golden.dframe_row40) });
  close(row(acceleration, 40), golden.ddframe_row40, {
    atol: 1e-5 * largest(golden.ddframe_row40),
  });
});

test('films the hidden motion, with its accelerations', () => {
  const sizes = { train: 2, validation: 1, test: 1, steps: 5, pixels: 9 };
  const { train, hidden, accelerations } = pendulumVideo(sizes, context());
  const [{ states }] = hidden.train.items;
  const frame = pendulumFrame(states[6], states[7], -Math.sin(states[6]), 9);
  close(train.items[0].states.subarray(243, 324), frame.state, { atol: 0 });
  close(train.items[0].velocities?.subarray(243, 324) ?? [], frame.velocity, { atol: 1e-14 });
  close(accelerations.train[0].subarray(243, 324), frame.acceleration, { atol: 1e-13 });
  assert.is(accelerations.train.length, 2);
  for (const { states: motion } of hidden.train.items) {
    const energy = motion[1] ** 2 / 2 - Math.cos(motion[0]);
    assert.ok(Math.abs(energy) <= 0.99);
  }
});

test('options out of range are named', () => {
  assert.throws(() => pendulumVideo({ pixels: 0 }, context()), /pixels is 0/);
  assert.throws(() => pendulumVideo({ steps: 1.5 }, context()), /steps is 1\.5/);
});

test.run();
