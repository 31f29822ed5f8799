import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  doubleBumpSignal,
  drawSamples,
  sampleSources,
  windows,
  type Dataset,
  type SampleOptions,
} from '@noether/datasets';

function draw(name: string, options: SampleOptions): Dataset {
  const context = { random: randomStream(3), observe: () => undefined };
  return drawSamples(sampleSources[name], options, context);
}

test('every state is a trajectory of its own, and a window', () => {
  const {
    train,
    validation,
    test: judged,
  } = draw('clusters', { train: 50, validation: 4, test: 3 });
  assert.equal(
    [train, validation, judged].map(({ items }) => items.length),
    [50, 4, 3],
  );
  assert.ok(train.items.every(({ times }) => times.length === 1));
  assert.is(windows(train, { timesteps: 1, successor: false }).offsets.length, 50);
});

test('a state does not depend on how many others are drawn; noise leaves the test states alone', () => {
  const few = draw('clusters', { train: 3, validation: 1, test: 2 });
  const noisy = draw('clusters', { train: 9, validation: 2, test: 5, noise: 0.1 });
  assert.equal(few.test.items[1].states, noisy.test.items[1].states);
  const difference = Math.abs(few.train.items[2].states[0] - noisy.train.items[2].states[0]);
  assert.ok(difference > 0 && difference < 0.5);
});

test('the mean of the clusters is the mean of their centres by weight', () => {
  const { train } = draw('clusters', { train: 20_000, validation: 1, test: 1 });
  const mean = (at: number): number =>
    train.items.reduce((sum, { states }) => sum + states[at], 0) / train.items.length;
  close([mean(0), mean(1)], [0.19, 0.15], { atol: 0.04 });
});

test('the label of the discrete rotation is left alone by sevenths of a turn, and by no other part', () => {
  const { train, labels } = draw('discrete-rotation', { train: 200, validation: 1, test: 1 });
  const label = (x: number, y: number, z: number): number => {
    const sector = (2 * Math.PI) / 7;
    return z / (1 + (((Math.atan2(y, x) % sector) + sector) % sector));
  };
  const worst = (turn: number): number =>
    Math.max(
      ...train.items.map(({ states: [x, y, z] }, row) => {
        const [c, s] = [Math.cos(turn), Math.sin(turn)];
        return Math.abs(label(c * x - s * y, s * x + c * y, z) - (labels?.values[row] ?? NaN));
      }),
    );
  assert.equal(labels?.names, ['y']);
  assert.ok(worst(0) < 1e-12);
  for (const m of [1, 3, -2]) assert.ok(worst((2 * Math.PI * m) / 7) < 1e-9);
  assert.ok(worst(Math.PI / 7) > 0.1);
});

test('a double bump is half a rectangle and half a triangle, wherever they are', () => {
  const still = doubleBumpSignal(0, 32);
  assert.is(still.length, 64);
  close([...still.slice(0, 16)], Array<number>(16).fill(0.5));
  const triangle = [...still.slice(32, 48)];
  close(triangle, [...triangle].reverse(), { atol: 1e-15 });
  close(Math.max(...triangle), 0.5 * (1 - 1 / 16), { atol: 1e-15 });
  const moved = doubleBumpSignal(60, 32);
  close([moved[60], moved[63], moved[0], moved[11], moved[12]], [0.5, 0.5, 0.5, 0.5, 0]);
  assert.throws(() => doubleBumpSignal(64, 0), /rectangle is 64.*0 to 63/s);
});

test('the factors of the test states are their shifts', () => {
  const { test: judged, factors } = draw('double-bump', { train: 1, validation: 1, test: 20 });
  judged.items.forEach(({ states }, row) => {
    const [rectangle, triangle] = [0, 1].map((at) =>
      Math.round(((factors?.values[2 * row + at] ?? NaN) * 64) / (2 * Math.PI)),
    );
    assert.equal([...states], [...doubleBumpSignal(rectangle, triangle)]);
  });
});

test('an option out of range is named', () => {
  assert.throws(() => draw('clusters', { train: 0 }), /train is 0/);
  assert.throws(() => draw('clusters', { noise: -1 }), /noise is -1/);
});

test('shells are two spheres in uniform directions', () => {
  const { train } = draw('shells', { train: 4000, validation: 1, test: 1 });
  const sums = new Float64Array(3);
  let outer = 0;
  for (const { states } of train.items) {
    const radius = Math.hypot(...states);
    assert.ok(Math.abs(radius - 1) < 1e-12 || Math.abs(radius - 2) < 1e-12);
    if (radius > 1.5) outer += 1;
    states.forEach((value, at) => (sums[at] += (value / radius) ** 2 / 4000));
  }
  assert.ok(Math.abs(outer / 4000 - 0.5) < 0.03);
  sums.forEach((square) => assert.ok(Math.abs(square - 1 / 3) < 0.02));
});

test.run();
