import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { loadEncoder, mlpAutoencoder, type MlpAutoencoderOptions } from '@noether/autoencoder';
import { orthonormalRows, selectEngine } from '@noether/compute';
import { randomStream, singularValues } from '@noether/numerics';
import { close } from '@noether/testkit';
import { orthonormalRows as rowsInFloat64 } from './reference-encoder.js';
import { ring, trainAutoencoder } from './train-autoencoder.js';

const VECTORS = 'autoencoder.encoder.2.vectors';

test('W Wᵀ = I to 1e-5 at every step of a training that turns W', async () => {
  await tf.setBackend('cpu');
  const [outputs, inputs] = [3, 10];
  const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const seen: Float32Array[] = [];
  let worst = 0;
  await trainAutoencoder(
    { inputDimension: 4, latentDimension: outputs, width: inputs, hidden: 2 },
    50,
    ({ parameters }) => {
      const [w, product] = tf.tidy(() => {
        const rows = orthonormalRows(tf.tensor2d(parameters[VECTORS], [outputs, inputs]));
        return [rows.dataSync(), tf.matMul(rows, rows, false, true).dataSync()];
      });
      product.forEach(
        (value, index) => (worst = Math.max(worst, Math.abs(value - identity[index]))),
      );
      close(w, rowsInFloat64(Array.from(parameters[VECTORS]), inputs).flat(), { atol: 1e-5 });
      seen.push(Float32Array.from(w));
    },
  );
  assert.ok(worst < 1e-5, `off by ${worst}`);
  const turned = Math.hypot(...seen[49].map((value, index) => value - seen[0][index]));
  assert.ok(turned > 0.05, `W moved by ${turned} only`);
});

test('training reduces the reconstruction error', async () => {
  const losses: number[] = [];
  const options = { inputDimension: 2, latentDimension: 2, width: 16, hidden: 2 };
  await trainAutoencoder(options, 80, (_, loss) => losses.push(loss));
  assert.ok(losses[79] < 0.1 * losses[0], `${losses[0]} to ${losses[79]}`);
});

for (const options of [
  { inputDimension: 3, latentDimension: 2, width: 8, hidden: 2, bottleneck: 1 },
  { inputDimension: 3, latentDimension: 2, width: 8, hidden: 0, bottleneck: 1 },
  { inputDimension: 3, latentDimension: 3, width: 8, hidden: 1, bottleneck: 2 },
] satisfies MlpAutoencoderOptions[]) {
  const { bottleneck, latentDimension, hidden } = options;
  test(`bottleneck ${bottleneck} of ${latentDimension}, ${hidden} hidden layers: rank ${bottleneck}`, async () => {
    const record = await trainAutoencoder(options, 10);
    assert.is(record.options.bottleneck, bottleneck);
    assert.is(record.options.orthogonal, false);
    const encoder = loadEncoder(record, await selectEngine('onnx-native'));
    const latent = await encoder.encode(ring(64, 3, randomStream(3)));
    const offsets = latent.map((value, index) => value - latent[index % latentDimension]);
    const values = singularValues(offsets, 64, latentDimension);
    assert.ok(values[bottleneck - 1] > 1e-2 * values[0], 'the bottleneck is used in full');
    assert.ok(values[bottleneck] < 1e-5 * values[0], `singular values ${values.join(', ')}`);
  });
}

test('without a bottleneck the latent states fill the space', async () => {
  const options = { inputDimension: 3, latentDimension: 2, width: 8, hidden: 2 };
  const record = await trainAutoencoder(options, 10);
  assert.not('bottleneck' in record.options);
  assert.is(record.options.orthogonal, true);
  const encoder = loadEncoder(record, await selectEngine('onnx-native'));
  const latent = await encoder.encode(ring(64, 3, randomStream(3)));
  const offsets = latent.map((value, index) => value - latent[index % 2]);
  const values = singularValues(offsets, 64, 2);
  assert.ok(values[1] > 0.05 * values[0], `singular values ${values.join(', ')}`);
});

test('a bottleneck as wide as the latent space keeps the orthonormal rows', () => {
  const { encoder } = mlpAutoencoder({
    inputDimension: 2,
    latentDimension: 2,
    width: 8,
    hidden: 2,
    bottleneck: 2,
  });
  assert.equal(encoder.parameters[VECTORS].shape, [2, 2]);
});

test('the record keeps what belongs to the autoencoder', () => {
  const autoencoder = mlpAutoencoder({
    inputDimension: 2,
    latentDimension: 2,
    width: 4,
    hidden: 1,
  });
  const tensor = { shape: [1], data: Float32Array.of(1) };
  const { tensors } = autoencoder.toRecord({
    'discriminator.0.weight': tensor,
    'autoencoder.decoder.1.bias': tensor,
    'autoencoder.encoder.0.norm.mean': tensor,
  });
  assert.equal(Object.keys(tensors), [
    'autoencoder.decoder.1.bias',
    'autoencoder.encoder.0.norm.mean',
  ]);
});

test('sizes that make no network are refused by name', () => {
  const valid = { inputDimension: 2, latentDimension: 2, width: 8, hidden: 2 };
  const message = (change: Partial<MlpAutoencoderOptions>): string => {
    try {
      mlpAutoencoder({ ...valid, ...change });
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };
  assert.match(message({ width: 0 }), /^width is 0; it must be a whole number, at least 1/);
  assert.match(message({ inputDimension: 2.5 }), /^inputDimension is 2.5/);
  assert.match(message({ hidden: -1 }), /^hidden is -1; .* at least 0/);
  assert.match(message({ bottleneck: 0 }), /^bottleneck is 0/);
  assert.match(message({ width: 1 }), /^orthogonal is true; .*1 inputs.*2 orthonormal rows/);
  assert.match(message({ bottleneck: 1, orthogonal: true }), /^orthogonal is true/);
  assert.is(message({ width: 1, orthogonal: false }), 'no error');
});

test.run();
