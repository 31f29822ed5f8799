import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tfjsEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, loadEncoder, type DenseAutoencoderOptions } from '../src/index.js';

const options = {
  inputDimension: 5,
  latentDimension: 2,
  widths: [4, 3],
  activation: 'tanh',
} as const;

function drawn(given: DenseAutoencoderOptions) {
  const autoencoder = denseAutoencoder(given);
  const random = randomStream(2);
  const parameters = { ...autoencoder.encoder.parameters, ...autoencoder.decoder.parameters };
  const tensors = Object.entries(parameters).map(([name, { shape, initial }]) => [
    name,
    { shape, data: initial(random.split(name)) },
  ]);
  return { autoencoder, tensors: Object.fromEntries(tensors) as never };
}

test('layers narrow to the latent space and widen again', () => {
  const { encoder, decoder } = denseAutoencoder(options);
  const shapes = Object.values({ ...encoder.parameters, ...decoder.parameters }).map(({ shape }) =>
    shape.join('×'),
  );
  const wanted = ['5×4', '4', '4×3', '3', '3×2', '2', '2×3', '3', '3×4', '4', '4×5', '5'];
  assert.equal(shapes, wanted);
});

test('weights start uniform with the bound of Glorot, biases at zero', () => {
  const { encoder } = denseAutoencoder({ ...options, inputDimension: 400, widths: [200] });
  const weight = encoder.parameters['autoencoder.encoder.0.weight'].initial(randomStream(1));
  const bound = Math.sqrt(6 / 600);
  assert.ok(weight.every((value) => Math.abs(value) <= bound));
  const variance = weight.reduce((sum, value) => sum + value ** 2, 0) / weight.length;
  close(variance, bound ** 2 / 3, { rtol: 0.02 });
  assert.ok(
    encoder.parameters['autoencoder.encoder.0.bias']
      .initial(randomStream(1))
      .every((value) => value === 0),
  );
});

test('a record gives the encoder back: values of the formula and velocities by differences', async () => {
  const { autoencoder, tensors } = drawn(options);
  const record = autoencoder.toRecord(tensors);
  const encoder = loadEncoder(record, await tfjsEngine('cpu'));
  const state = Float64Array.of(0.3, -0.2, 0.5, 0.1, -0.4);
  const layer = (x: Float64Array, index: number): Float64Array => {
    const { shape, data } = record.tensors[`autoencoder.encoder.${index}.weight`];
    return Float64Array.from({ length: shape[1] }, (_, column) =>
      x.reduce((sum, value, row) => sum + value * data[row * shape[1] + column], 0),
    );
  };
  const hidden = layer(layer(state, 0).map(Math.tanh), 1).map(Math.tanh);
  close(await encoder.encode(state), layer(hidden, 2), { atol: 1e-6 });
  const velocity = Float64Array.of(1, 0.5, -1, 0.2, 0.1);
  const at = (h: number): Promise<Float64Array> =>
    encoder.encode(state.map((value, index) => value + h * velocity[index]));
  const [ahead, behind] = [await at(0.01), await at(-0.01)];
  const wanted = ahead.map((value, index) => (value - behind[index]) / 0.02);
  close(await encoder.latentVelocity(state, velocity), wanted, { atol: 1e-4 });
});

test('sizes and activations that make no sense are named', () => {
  assert.throws(() => denseAutoencoder({ ...options, widths: [4, 0] }), /widths\[1\] is 0/);
  assert.throws(() => denseAutoencoder({ ...options, latentDimension: 1.5 }), /latentDimension is/);
  assert.throws(
    () => denseAutoencoder({ ...options, activation: 'step' as never }),
    /activation is "step"; it must be one of sigmoid, tanh, elu/,
  );
});

test.run();
