import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { loadEncoder, principalEncoder } from '../src/index.js';

/** Rows in a plane of six dimensions, twice as wide in one direction, about a centre. */
function planeRows(rows: number): Float64Array {
  const random = randomStream(3);
  const first = [1, 1, 0, 0, 1, 1].map((entry) => entry / 2);
  const second = [1, -1, 1, -1, 0, 0].map((entry) => entry / 2);
  const states = new Float64Array(6 * rows);
  for (let row = 0; row < rows; row++) {
    const [a, b] = [2 * random.normal(), random.normal()];
    for (let at = 0; at < 6; at++) states[6 * row + at] = 5 + a * first[at] + b * second[at];
  }
  return states;
}

test('as many coordinates as the data need, of unit variance, from which they come back', async () => {
  const states = planeRows(400);
  const encoder = principalEncoder(states, 6);
  assert.is(encoder.latentDimension, 2);
  const latent = await encoder.encode(states);
  for (const column of [0, 1]) {
    const values = latent.filter((_, at) => at % 2 === column);
    const square = values.reduce((sum, value) => sum + value * value, 0) / 399;
    close(square, 1, { atol: 1e-6 });
  }
  close(await encoder.decode(latent), states, { atol: 1e-5 });
});

test('velocities are mapped by the same matrix, without the centre', async () => {
  const states = planeRows(50);
  const encoder = principalEncoder(states, 6);
  const [here, there] = [states.slice(0, 6), states.slice(6, 12)];
  const step = there.map((value, at) => value - here[at]);
  const [z, w] = [await encoder.encode(here), await encoder.encode(there)];
  const velocity = await encoder.latentVelocity(here, step);
  close(
    velocity,
    w.map((value, at) => value - z[at]),
    { atol: 1e-5 },
  );
});

test('`most` bounds the coordinates, and the record loads as the same encoder', async () => {
  const states = planeRows(50);
  const encoder = principalEncoder(states, 6, { tolerance: 1e-9, most: 1 });
  assert.is(encoder.latentDimension, 1);
  const loaded = loadEncoder(encoder.toRecord(), await selectEngine());
  assert.equal(await loaded.encode(states), await encoder.encode(states));
});

test.run();
