import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  fromSafetensors,
  identityEncoder,
  toSafetensors,
  type EncoderRecord,
} from '@noether/contracts';
import { loadEncoder } from '@noether/autoencoder';
import { selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { referenceEncode } from './reference-encoder.js';
import { ring, trainAutoencoder } from './train-autoencoder.js';

const OPTIONS = { inputDimension: 3, latentDimension: 2, width: 12, hidden: 2 };
const CHUNK = 2048;
const record = await trainAutoencoder(OPTIONS, 60);
const engine = await selectEngine('onnx-native');
const encoder = loadEncoder(record, engine);
const states = ring(40, 3, randomStream(11));
const velocities = randomStream(12).fillNormal(new Float64Array(states.length));

function rowOf(values: Float64Array, row: number, width: number): number[] {
  return Array.from(values.subarray(row * width, (row + 1) * width));
}

test('encode equals the layers written out in float64 with the running statistics', async () => {
  const latent = await encoder.encode(states);
  for (let row = 0; row < 40; row++) {
    close(rowOf(latent, row, 2), referenceEncode(record, rowOf(states, row, 3)), { atol: 2e-5 });
  }
});

test('latentVelocity is the directional derivative, by central differences in float64', async () => {
  const pushed = await encoder.latentVelocity(states, velocities);
  const h = 1e-6;
  for (let row = 0; row < 40; row++) {
    const [x, v] = [rowOf(states, row, 3), rowOf(velocities, row, 3)];
    const [ahead, behind] = [h, -h].map((step) =>
      referenceEncode(
        record,
        x.map((value, index) => value + step * v[index]),
      ),
    );
    const expected = ahead.map((value, index) => (value - behind[index]) / (2 * h));
    close(rowOf(pushed, row, 2), expected, { atol: 1e-4, rtol: 1e-4 }, `row ${row}`);
  }
});

test('latentVelocity is linear in the velocities', async () => {
  const once = await encoder.latentVelocity(states, velocities);
  const twice = await encoder.latentVelocity(
    states,
    velocities.map((value) => -2 * value),
  );
  close(
    twice,
    once.map((value) => -2 * value),
    { atol: 1e-5 },
  );
});

for (const name of ['onnx-wasm', 'tfjs-cpu']) {
  test(`${name} agrees with onnx-native`, async () => {
    const other = loadEncoder(record, await selectEngine(name));
    const latent = await encoder.encode(states);
    close(await other.encode(states), latent, { atol: 1e-5 });
    close(await other.decode(latent), await encoder.decode(latent), { atol: 1e-5 });
    const pushed = await encoder.latentVelocity(states, velocities);
    close(await other.latentVelocity(states, velocities), pushed, { atol: 1e-5 });
  });
}

test('a trained autoencoder reconstructs better than the mean of the data', async () => {
  const decoded = await encoder.decode(await encoder.encode(states));
  const error = decoded.reduce((sum, value, index) => sum + (value - states[index]) ** 2, 0);
  const level = [0, 1, 2].map(
    (column) =>
      states.filter((_, index) => index % 3 === column).reduce((sum, value) => sum + value, 0) / 40,
  );
  const spread = states.reduce((sum, value, index) => sum + (value - level[index % 3]) ** 2, 0);
  assert.ok(error < 0.5 * spread, `${error} of ${spread}`);
});

test('a record survives a safetensors file bit for bit', async () => {
  const { tensors, ...rest } = encoder.toRecord();
  const file = fromSafetensors(toSafetensors(tensors, { encoder: JSON.stringify(rest) }));
  const read = {
    ...(JSON.parse(file.metadata.encoder) as typeof rest),
    tensors: file.tensors,
  } satisfies EncoderRecord;
  const reloaded = loadEncoder(read, engine);
  assert.equal(reloaded.latentDimension, 2);
  const latent = await encoder.encode(states);
  assert.equal(await reloaded.encode(states), latent);
  assert.equal(await reloaded.decode(latent), await encoder.decode(latent));
});

test('rows do not influence each other, whatever their number', async () => {
  const many = ring(CHUNK + 37, 3, randomStream(13));
  const all = await encoder.encode(many);
  assert.is(all.length, 2 * (CHUNK + 37));
  for (const row of [0, 1, CHUNK - 1, CHUNK, CHUNK + 36]) {
    const alone = await encoder.encode(Float64Array.from(rowOf(many, row, 3)));
    close(alone, rowOf(all, row, 2), { atol: 1e-6 }, `row ${row}`);
  }
  assert.is((await encoder.encode(many.subarray(0, 3 * CHUNK))).length, 2 * CHUNK);
  assert.is((await encoder.encode(new Float64Array(0))).length, 0);
});

test('the identity is loaded without an engine at work', async () => {
  const identity = loadEncoder(identityEncoder(3).toRecord(), engine);
  assert.equal(await identity.encode(states), states);
  assert.equal(await identity.latentVelocity(states, velocities), velocities);
});

async function messageOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'no error';
}

test('errors name the argument and what is wrong with it', async () => {
  const message = messageOf;
  assert.match(
    await message(() => encoder.encode(new Float64Array(4))),
    /invalid-argument: states is an array of 4 values; expected rows of 3 values/,
  );
  assert.match(
    await message(() => encoder.decode(new Float64Array(3))),
    /invalid-argument: latent .*rows of 2/,
  );
  assert.match(
    await message(() => encoder.latentVelocity(states, new Float64Array(3))),
    /invalid-argument: velocities .*expected 40 rows of 3 values/,
  );
  assert.match(
    await message(() => loadEncoder({ ...record, architecture: 'transformer' }, engine)),
    /unknown-architecture: .*"transformer".*Known are identity, principal, mlp, .* and /,
  );
});

test('a record whose tensors do not fit its options is refused', async () => {
  const rest = Object.fromEntries(
    Object.entries(record.tensors).filter(([name]) => name !== 'autoencoder.encoder.1.weight'),
  );
  assert.match(
    await messageOf(() => loadEncoder({ ...record, tensors: rest }, engine)),
    /wrong-checkpoint: .*lacks autoencoder\.encoder\.1\.weight, 12×12/,
  );
  const wider = { ...record, options: { ...record.options, width: 13 } };
  assert.match(
    await messageOf(() => loadEncoder(wider, engine)),
    /wrong-checkpoint: .*has shape 3×12 for autoencoder\.encoder\.0\.weight, 3×13/,
  );
});

test.run();
