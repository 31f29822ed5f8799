import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changeOfQuantity } from '@noether/symmetry-gan';
import { randomStream } from '@noether/numerics';

const sum = { name: 'x + y', evaluate: (x: ArrayLike<number>) => x[0] + x[1] };
const random = randomStream(1);

test('the change is told beside that of the autoencoder and of shuffled states, rounds averaged', () => {
  const states = random.split('states').fillNormal(new Float64Array(4000));
  const shifted = (by: number): Float64Array => states.map((x, at) => (at % 2 === 0 ? x + by : x));
  const transformed = [shifted(0.5), shifted(-1.5)];
  const found = changeOfQuantity(
    sum,
    { states, reconstructed: shifted(0.1), transformed },
    2,
    random,
  );
  assert.ok(found);
  assert.ok(Math.abs(found.transformed - 1) < 1e-12);
  assert.ok(Math.abs(found.reconstructed - 0.1) < 1e-12);
  // E|a − b| of two independent N(0, 2).
  assert.ok(Math.abs(found.shuffled - Math.sqrt(8 / Math.PI)) < 0.1);
  assert.is(found.ratio, found.transformed / found.shuffled);
});

test('units of the quantity do not matter, and what flies off counts as a thousand shuffles at most', () => {
  const states = random.split('states').fillNormal(new Float64Array(400));
  const moved = states.map((x, at) => (at === 0 ? Infinity : x + 0.1));
  const ratioAt = (scale: number): number => {
    const transformed = [moved.map((x) => scale * x)];
    const scaled = states.map((x) => scale * x);
    const parts = { states: scaled, reconstructed: scaled, transformed };
    return changeOfQuantity(sum, parts, 2, randomStream(3))?.ratio ?? NaN;
  };
  assert.ok(ratioAt(1) > 5 && ratioAt(1) < 6, 'one of 200 states counts a thousand');
  assert.ok(Math.abs(ratioAt(1e6) / ratioAt(1) - 1) < 1e-9);
});

test('a quantity that is the same for all states measures nothing', () => {
  const shares = random.split('shares');
  const states = new Float64Array(200);
  for (let at = 0; at < 200; at += 2) {
    const share = shares.uniform();
    states.set([share, 1 - share], at);
  }
  const transformed = [states.map((x) => 1.01 * x)];
  assert.is(changeOfQuantity(sum, { states, reconstructed: states, transformed }, 2, random), null);
});

test.run();
