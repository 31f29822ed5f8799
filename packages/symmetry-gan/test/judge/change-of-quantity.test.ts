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
