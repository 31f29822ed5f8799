import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  lotkaVolterra,
  lotkaVolterraEnergy,
  lotkaVolterraField,
  lotkaVolterraSystem,
} from '../../src/systems/lotka-volterra.js';
import { windows } from '../../src/windows.js';
import { periodOf } from '../period-of.js';

const evaluate = (state: ArrayLike<number>): number => lotkaVolterraEnergy.evaluate(state);
const within = (value: number, expected: number, tolerance: number): void =>
  close(value, expected, { atol: tolerance });

/** The state (0, q) above the equilibrium, q > ln ½, of energy H, by bisection. */
function stateOfEnergy(energy: number): [0, number] {
  let [low, high] = [Math.log(0.5), 5];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (evaluate([0, middle]) < energy) low = middle;
    else high = middle;
  }
  return [0, low];
}

test('the field vanishes at (0, ln ½), where H has its minimum 2.1288', () => {
  const velocity = new Float64Array(2);
  lotkaVolterraField([0, Math.log(0.5)], velocity);
  within(Math.hypot(...velocity), 0, 1e-15);
  const lowest = evaluate([0, Math.log(0.5)]);
  within(lowest, 2.1288, 5e-5);
  const random = randomStream('around the minimum');
  for (let draw = 0; draw < 200; draw++) {
    const state = [0.5 * random.normal(), Math.log(0.5) + 0.5 * random.normal()];
    assert.ok(evaluate(state) >= lowest);
  }
});

test('H is constant along the field: its gradient is orthogonal to it', () => {
  const random = randomStream('gradient');
  const velocity = new Float64Array(2);
  const h = 1e-5;
  for (let draw = 0; draw < 50; draw++) {
    const [p, q] = [random.normal(), random.normal()];
    lotkaVolterraField([p, q], velocity);
    const dp = (evaluate([p + h, q]) - evaluate([p - h, q])) / (2 * h);
    const dq = (evaluate([p, q + h]) - evaluate([p, q - h])) / (2 * h);
    const scale = Math.hypot(dp, dq) * Math.hypot(...velocity);
    within((dp * velocity[0] + dq * velocity[1]) / scale, 0, 1e-8);
  }
});

test('periods grow with the energy as published', () => {
  const golden = [
    [3, 9.15],
    [3.5, 10.01],
    [4, 10.9],
    [4.5, 11.79],
  ] as const;
  for (const [energy, period] of golden) {
    within(periodOf(lotkaVolterraField, stateOfEnergy(energy), 20), period, 0.005);
  }
  const small = periodOf(lotkaVolterraField, stateOfEnergy(2.1288 + 1e-4), 20);
  within(small, 7.695, 0.001);
  within(small, 2 * Math.PI * Math.sqrt(3 / 2), 0.001);
});

test('21.8 % of the proposed initial states have an energy between 3 and 4.5', () => {
  const random = randomStream('acceptance');
  const draws = 20_000;
  let accepted = 0;
  for (let draw = 0; draw < draws; draw++) {
    const energy = evaluate(lotkaVolterraSystem.propose(random));
    if (energy >= 3 && energy <= 4.5) accepted += 1;
  }
  within(accepted / draws, 0.218, 4 * Math.sqrt((0.218 * 0.782) / draws));
});

test('a data set: 10 000 rows 0.002 apart, closed orbits, 9 800 windows 0.2 apart', () => {
  const context = { random: randomStream(1), observe: () => {} };
  const data = lotkaVolterra({ train: 3, validation: 1, test: 1 }, context);
  assert.equal(data.train.names, ['p', 'q']);
  for (const { times, states, velocities } of data.train.items) {
    assert.is(times.length, 10_000);
    within(times[1], 0.002, 0);
    within(times[9_999], 19.998, 1e-12);
    const energy = evaluate(states.subarray(0, 2));
    assert.ok(energy >= 3 && energy <= 4.5);
    for (let row = 0; row < 10_000; row += 97) {
      within(evaluate(states.subarray(2 * row, 2 * row + 2)), energy, 1e-9);
      within(velocities?.[2 * row + 1] ?? NaN, Math.exp(states[2 * row]) - 1, 1e-14);
    }
  }
  assert.is(data.interval, 100);
  assert.is(windows(data.train, { interval: data.interval }).offsets.length, 3 * 9_800);
});

test.run();
