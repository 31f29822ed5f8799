import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tfjsEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, loadEncoder, phaseSpace, phaseSpaceRecord } from '../src/index.js';

const sizes = { inputDimension: 4, latentDimension: 2 };
const inner = denseAutoencoder({ ...sizes, widths: [5], activation: 'tanh' });
const random = randomStream(8);
const tensors = Object.fromEntries(
  Object.entries({ ...inner.encoder.parameters, ...inner.decoder.parameters }).map(
    ([name, { shape, initial }]) => [name, { shape, data: initial(random.split(name)) }],
  ),
);
const record = phaseSpace(inner).toRecord(tensors);
const engine = await tfjsEngine('cpu');
const [of, both] = [loadEncoder(inner.toRecord(tensors), engine), loadEncoder(record, engine)];
const draw = (length: number): Float64Array => random.fillNormal(new Float64Array(length));
const [x, v, a, b] = [draw(4), draw(4), draw(4), draw(4)];
const join = (...parts: Float64Array[]): Float64Array =>
  Float64Array.from(parts.flatMap((part) => [...part]));

test('states and velocities are encoded and decoded together', async () => {
  assert.equal([both.inputDimension, both.latentDimension], [8, 4]);
  const z = await of.encode(x);
  const rate = await of.latentVelocity(x, v);
  const latent = await both.encode(join(x, v));
  close(latent, join(z, rate), { atol: 1e-6 });
  const h = 0.01;
  const at = (step: number): Promise<Float64Array> =>
    of.decode(z.map((value, index) => value + step * rate[index]));
  const [ahead, behind] = [await at(h), await at(-h)];
  const decoded = await both.decode(latent);
  close(decoded.subarray(0, 4), await of.decode(z), { atol: 1e-6 });
  const slope = ahead.map((value, index) => (value - behind[index]) / (2 * h));
  close(decoded.subarray(4), slope, { atol: 1e-4 });
});

test('latent velocities are the derivative along any direction', async () => {
  const h = 0.01;
  const at = (step: number): Promise<Float64Array> =>
    both.encode(join(x, v).map((value, index) => value + step * join(a, b)[index]));
  const [ahead, behind] = [await at(h), await at(-h)];
  const wanted = ahead.map((value, index) => (value - behind[index]) / (2 * h));
  close(await both.latentVelocity(join(x, v), join(a, b)), wanted, { atol: 1e-3 });
});

test('its record comes from that of the states', () => {
  assert.equal(phaseSpaceRecord(inner.toRecord(tensors)), record);
});

test.run();
