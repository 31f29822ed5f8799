import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type ProgressEvent, type RandomStream } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { simulate } from '../src/simulate.js';
import type { SimulationOptions, System } from '../src/system.js';

/** Uniform motion x = x₀ + t on a line, which conserves nothing but a constant. */
const drift: System = {
  name: 'drift',
  names: ['x'],
  units: ['m'],
  field: (_state, velocity) => {
    velocity[0] = 1;
  },
  invariant: { name: 'x', evaluate: (state) => state[0] },
  defaults: {
    train: 4,
    validation: 2,
    test: 3,
    step: 0.5,
    steps: 6,
    energyRange: [0.25, 0.75],
    noise: 0,
    interval: 2,
  },
  propose: (random: RandomStream) => Float64Array.of(random.uniform()),
  integrate: (initial, step, steps) =>
    Float64Array.from({ length: steps }, (_, row) => initial[0] + row * step),
};

const run = (options: SimulationOptions, seed = 1) =>
  simulate(drift, options, { random: randomStream(seed), observe: () => {} });

test('defaults, times, states, velocities', () => {
  const data = run({});
  assert.equal(
    [data.train, data.validation, data.test].map(({ items }) => items.length),
    [4, 2, 3],
  );
  assert.is(data.interval, 2);
  assert.is(data.invariant, drift.invariant);
  assert.is(data.field, drift.field);
  for (const { times, states, velocities } of data.test.items) {
    assert.equal(Array.from(times), [0, 0.5, 1, 1.5, 2, 2.5]);
    assert.ok(states[0] >= 0.25 && states[0] <= 0.75);
    assert.ok(velocities?.every((velocity) => velocity === 1));
  }
  assert.ok(trajectories(data.train));
});

test('a trajectory depends on seed, part and number only', () => {
  const [few, many] = [run({}), run({ train: 9, test: 1 })];
  few.train.items.forEach((item, index) => assert.equal(item, many.train.items[index]));
  assert.equal(few.validation.items, many.validation.items);
  assert.not.equal(few.train.items[0].states, few.train.items[1].states);
  assert.not.equal(few.train.items[0].states, few.test.items[0].states);
  assert.not.equal(few.train.items[0].states, run({}, 2).train.items[0].states);
});

test('noise has the deviation asked for and spares velocities and test data', () => {
  const [clean, noisy] = [run({ steps: 4000 }), run({ steps: 4000, noise: 0.1 })];
  const [exact, seen] = [clean.train.items[0].states, noisy.train.items[0].states];
  const square = seen.reduce((sum, value, row) => sum + (value - exact[row]) ** 2, 0);
  const deviation = Math.sqrt(square / seen.length);
  assert.ok(Math.abs(deviation - 0.1) < 0.1 * (4 / Math.sqrt(2 * 4000)), String(deviation));
  assert.not.equal(noisy.validation.items[0].states, clean.validation.items[0].states);
  assert.equal(noisy.test.items, clean.test.items);
  assert.ok(noisy.train.items[0].velocities?.every((velocity) => velocity === 1));
});

test('progress is told after every trajectory, and an abort ends the work', () => {
  const heard: ProgressEvent[] = [];
  const controller = new AbortController();
  const observe = (event: ProgressEvent): void => {
    heard.push(event);
    if (heard.length === 5) controller.abort(new Error('enough'));
  };
  const context = { random: randomStream(1), observe, signal: controller.signal };
  assert.throws(() => simulate(drift, {}, context), 'enough');
  assert.is(heard.length, 5);
  assert.equal(heard[4], {
    kind: 'progress',
    stage: 'data',
    done: 5,
    total: 9,
    unit: 'trajectory',
  });
});

test('options out of range are named', () => {
  assert.throws(() => run({ train: 0 }), /train is 0/);
  assert.throws(() => run({ steps: 1 }), /steps is 1/);
  assert.throws(() => run({ step: -0.1 }), /step is -0\.1/);
  assert.throws(() => run({ noise: NaN }), /noise is NaN/);
  assert.throws(() => run({ interval: 0.5 }), /interval is 0\.5/);
  assert.throws(() => run({ energyRange: [2, 1] }), /lowest < highest/);
  assert.throws(() => run({ energyRange: [2, 3] }), /none of 100000 .* between .* and 1\.0000/);
});

test.run();
