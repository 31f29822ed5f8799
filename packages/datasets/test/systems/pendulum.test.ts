import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  pendulum,
  pendulumEnergy,
  pendulumField,
  pendulumSystem,
} from '../../src/systems/pendulum.js';
import { finiteDifferences } from '@noether/numerics';
import { windows } from '../../src/windows.js';
import { periodOf } from '../period-of.js';

const evaluate = (state: ArrayLike<number>): number => pendulumEnergy.evaluate(state);
const within = (value: number, expected: number, tolerance: number): void =>
  close(value, expected, { atol: tolerance });

/** 2π / agm(1, √((1 − H)/2)): Gauss' exact period of a swing of energy H. */
function exactPeriod(energy: number): number {
  let [a, g] = [1, Math.sqrt((1 - energy) / 2)];
  for (let step = 0; step < 8; step++) [a, g] = [(a + g) / 2, Math.sqrt(a * g)];
  return (2 * Math.PI) / a;
}

test('periods run from 2π at rest to 16.16 at energy 0.99', () => {
  for (const energy of [-0.999, -0.5, 0, 0.5, 0.9, 0.99]) {
    const start = [0, Math.sqrt(2 * (energy + 1))] as const;
    within(periodOf(pendulumField, start, 20), exactPeriod(energy), 1e-5);
  }
  within(exactPeriod(-1), 2 * Math.PI, 1e-12);
  within(exactPeriod(0.99), 16.16, 0.005);
});

test('59.8 % of the proposed initial states are kept', () => {
  const random = randomStream('acceptance');
  const draws = 20_000;
  let accepted = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (Math.abs(evaluate(pendulumSystem.propose(random))) <= 0.99) accepted += 1;
  }
  within(accepted / draws, 0.598, 4 * Math.sqrt((0.598 * 0.402) / draws));
});

test('a data set: 500 rows 0.02 apart, librations only, 498 windows a trajectory', () => {
  const context = { random: randomStream(1), observe: () => {} };
  const data = pendulum({ train: 20, validation: 1, test: 1 }, context);
  for (const { times, states, velocities } of data.train.items) {
    assert.is(times.length, 500);
    within(times[499], 9.98, 1e-12);
    const energy = evaluate(states.subarray(0, 2));
    assert.ok(Math.abs(energy) <= 0.99);
    const widest = Math.acos(-energy) + 1e-6;
    for (let row = 0; row < 500; row++) {
      within(evaluate(states.subarray(2 * row, 2 * row + 2)), energy, 1e-8);
      assert.ok(Math.abs(states[2 * row]) <= widest, 'it turned over');
      assert.is(velocities?.[2 * row], states[2 * row + 1]);
    }
    const differences = finiteDifferences(times, states, 2);
    differences.forEach((velocity, index) => within(velocity, velocities?.[index] ?? NaN, 1e-3));
  }
  assert.is(data.interval, 1);
  assert.is(windows(data.train, { interval: data.interval }).offsets.length * 10, 99_600);
});

test.run();
