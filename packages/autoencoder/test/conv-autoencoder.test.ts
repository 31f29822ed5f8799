import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convAutoencoder, loadEncoder, type ConvAutoencoderOptions } from '@noether/autoencoder';
import { createTrainer, selectEngine, type Trainer } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { symmetryProgram } from './symmetry-program.js';

interface Task {
  readonly options: ConvAutoencoderOptions;
  readonly basis: readonly (readonly number[])[];
}

const planes = [
  [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0],
];
const rotations = [
  [0, 1, 0, -1, 0, 0, 0, 0, 0],
  [0, 0, 1, 0, 0, 0, -1, 0, 0],
  [0, 0, 0, 0, 0, 1, 0, -1, 0],
];
const tasks: Readonly<Record<string, Task>> = {
  'double-bump': { options: { extents: [64], latentDimension: 4 }, basis: planes },
  'rotating-object, small': {
    options: { extents: [16, 8], latentDimension: 3, width: 16, dense: [24, 12] },
    basis: rotations,
  },
};
const BATCH = 8;

async function trained(
  { options, basis }: Task,
  engine: string,
  steps = 1,
): Promise<{ trainer: Trainer; losses: Readonly<Record<string, number>>[] }> {
  const autoencoder = convAutoencoder(options);
  const discriminator = { width: 32, hidden: 2 };
  const random = randomStream('convolutional');
  const trainer = await createTrainer(
    symmetryProgram(autoencoder, { batch: BATCH, basis, discriminator }),
    {
      engine: await selectEngine(engine),
      random: random.split('parameters'),
      optimisers: {
        autoencoder: { learningRate: 1e-3 },
        discriminator: { learningRate: 1e-3 },
      },
    },
  );
  const size = BATCH * autoencoder.inputDimension;
  const uniform = random.split('x');
  const x = Float32Array.from({ length: size }, () => uniform.uniform());
  const losses = [];
  for (let step = 0; step < steps; step++) {
    const w = random.split(step).fillNormal(new Float32Array(BATCH * basis.length));
    losses.push(await trainer.step({ x, w }));
  }
  return { trainer, losses };
}

/** Rows of zeros with a run of ones at some random place. */
function squares(rows: number, dimension: number): Float64Array {
  const random = randomStream('squares');
  const states = new Float64Array(rows * dimension);
  for (let row = 0; row < rows; row++) {
    const first = row * dimension + random.integer(dimension >> 1);
    states.fill(1, first, first + (dimension >> 2));
  }
  return states;
}

/** Standard deviation of the columns of a matrix, a root mean square over them. */
function spread(values: Float64Array, columns: number): number {
  const rows = values.length / columns;
  const mean = new Float64Array(columns);
  values.forEach((value, at) => (mean[at % columns] += value / rows));
  const square = values.reduce((sum, value, at) => sum + (value - mean[at % columns]) ** 2, 0);
  return Math.sqrt(square / values.length);
}

for (const [name, task] of Object.entries(tasks)) {
  let known: ReturnType<typeof trained> | undefined;
  // Behind a batch norm some biases have no gradient but rounding, which Adam makes steps of full length of.
  const plain = { ...task, options: { ...task.options, batchNorm: false } };
  const reference = (): ReturnType<typeof trained> => (known ??= trained(plain, 'tfjs-cpu'));

  for (const engine of ['onnx-native', 'onnx-wasm']) {
    test(`${name}: ${engine} agrees with tfjs cpu after a training step`, async () => {
      const [expected, actual] = [await reference(), await trained(plain, engine)];
      for (const [loss, value] of Object.entries(expected.losses[0])) {
        close(actual.losses[0][loss], value, { rtol: 1e-4 }, loss);
      }
      const [wanted, found] = [expected.trainer.save(), actual.trainer.save()];
      assert.equal(Object.keys(found), Object.keys(wanted));
      for (const [tensor, { data }] of Object.entries(wanted)) {
        const largest = Math.max(...Array.from(data, Math.abs));
        close(found[tensor].data, data, { rtol: 1e-4, atol: 1e-4 * largest }, tensor);
      }
      await actual.trainer.dispose();
    });
  }

  test(`${name}: a fitted encoder is loaded from its record, with exact velocities`, async () => {
    const { trainer } = await trained(task, 'onnx-native', 2);
    const autoencoder = convAutoencoder(task.options);
    const tensors = Object.entries(trainer.save()).map(([tensor, value]) => [
      tensor.replace(/^(parameter|state):/, ''),
      value,
    ]);
    const record = autoencoder.toRecord(Object.fromEntries(tensors) as never);
    assert.ok(Object.keys(record.tensors).every((tensor) => tensor.startsWith('autoencoder.')));
    const encoder = loadEncoder(record, await selectEngine('onnx-native'));
    const size = 3 * autoencoder.inputDimension;
    const random = randomStream('states');
    const states = Float64Array.from({ length: size }, () => random.uniform());
    const velocities = random.fillNormal(new Float64Array(size));
    const pushed = await encoder.latentVelocity(states, velocities);
    const h = 2 ** -10;
    const [ahead, behind] = await Promise.all(
      [h, -h].map((by) => encoder.encode(states.map((value, at) => value + by * velocities[at]))),
    );
    const wanted = ahead.map((value, at) => (value - behind[at]) / (2 * h));
    const apart = Math.hypot(...pushed.map((value, at) => value - wanted[at]));
    // Differences of float32 numbers across the corners of ReLU: no closer, but a wrong slope is off by 1.
    assert.ok(apart < 0.1 * Math.hypot(...wanted), `${apart} of ${Math.hypot(...wanted)}`);
    const decoded = await encoder.decode(await encoder.encode(states));
    assert.is(decoded.length, size);
    assert.ok(
      decoded.every((value) => value > 0 && value < 1),
      'a sigmoid comes last',
    );
    await trainer.dispose();
  });
}

test('before any training the differences between samples reach the latent state and the pictures', async () => {
  for (const [extents, latentDimension] of [
    [[48, 48], 3],
    [[64], 4],
  ] as const) {
    const autoencoder = convAutoencoder({ extents, latentDimension, batchNorm: false });
    const random = randomStream('start');
    const parameters = { ...autoencoder.encoder.parameters, ...autoencoder.decoder.parameters };
    const tensors = Object.entries(parameters).map(([name, { shape, initial }]) => [
      name,
      { shape, data: initial(random.split(name)) },
    ]);
    const record = autoencoder.toRecord(Object.fromEntries(tensors) as never);
    const encoder = loadEncoder(record, await selectEngine('onnx-native'));
    const latent = await encoder.encode(squares(24, autoencoder.inputDimension));
    assert.ok(spread(latent, latentDimension) > 0.03, `latent ${spread(latent, latentDimension)}`);
    const points = random.fillNormal(new Float64Array(24 * latentDimension));
    const drawn = spread(await encoder.decode(points), autoencoder.inputDimension);
    assert.ok(drawn > 0.03, `pictures ${drawn}`);
  }
});

test('training reduces the reconstruction error', async () => {
  const { trainer, losses } = await trained(tasks['double-bump'], 'onnx-native', 60);
  assert.ok(losses[59].reconstruction < 0.98 * losses[0].reconstruction);
  await trainer.dispose();
});

test('the batch norm of the latent state is there by default', () => {
  const names = (batchNorm?: boolean | 'unit'): string[] => {
    const options = {
      extents: [16, 16],
      latentDimension: 3,
      ...(batchNorm !== undefined && { batchNorm }),
    };
    const { encoder } = convAutoencoder(options);
    return [...Object.keys(encoder.parameters), ...Object.keys(encoder.state)].filter((name) =>
      name.includes('norm'),
    );
  };
  assert.equal(names(), names(true));
  assert.is(names(true).length, 4);
  assert.is(names(false).length, 0);
  assert.equal(
    names('unit').map((name) => name.slice(name.lastIndexOf('.'))),
    ['.mean', '.variance'],
    'statistics, and nothing to learn',
  );
});

test('with the batch norm "unit" a loaded encoder gives coordinates of standard deviation 1', async () => {
  const options = { ...tasks['double-bump'].options, batchNorm: 'unit' } as const;
  const { trainer } = await trained({ ...tasks['double-bump'], options }, 'onnx-native', 60);
  const tensors = Object.entries(trainer.save()).map(([tensor, value]) => [
    tensor.replace(/^(parameter|state):/, ''),
    value,
  ]);
  const record = convAutoencoder(options).toRecord(Object.fromEntries(tensors) as never);
  const encoder = loadEncoder(record, await selectEngine('onnx-native'));
  const uniform = randomStream('convolutional').split('x');
  const seen = Float64Array.from({ length: BATCH * 64 }, () => Math.fround(uniform.uniform()));
  // The running variance is unbiased.
  close([spread(await encoder.encode(seen), 4)], [Math.sqrt(1 - 1 / BATCH)], { atol: 0.05 });
  await trainer.dispose();
});

test('the published sizes', () => {
  const count = (options: ConvAutoencoderOptions): number => {
    const { encoder, decoder } = convAutoencoder({ ...options, batchNorm: false });
    return Object.values({ ...encoder.parameters, ...decoder.parameters })
      .map(({ shape }) => shape.reduce((product, extent) => product * extent, 1))
      .reduce((sum, size) => sum + size, 0);
  };
  // Conv1d 1→16→32→64, Linear 512→128→32→4 and back.
  const signal = (3 + 1) * 16 + (48 + 1) * 32 + (96 + 1) * 64 + 513 * 128 + 129 * 32 + (32 * 4 + 4);
  const back = 5 * 32 + 33 * 128 + 129 * 512 + (192 * 32 + 32) + (96 * 16 + 16) + (48 + 1);
  assert.is(count({ extents: [64], latentDimension: 4 }), signal + back);
  const image = convAutoencoder({ extents: [48, 48], latentDimension: 3 });
  assert.is(image.inputDimension, 3 * 48 * 48);
  assert.equal(image.encoder.parameters['autoencoder.encoder.dense0.weight'].shape, [2304, 128]);
  assert.equal(image.encoder.parameters['autoencoder.encoder.dense3.vectors'].shape, [3, 32]);
});

test('sizes that make no network are refused by name', () => {
  const message = (change: Partial<ConvAutoencoderOptions>): string => {
    try {
      convAutoencoder({ extents: [64], latentDimension: 4, ...change });
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };
  assert.match(message({ extents: [60] }), /^extents is .*multiples of 8/);
  assert.match(message({ extents: [] }), /^extents is .*\[length\] or \[height, width\]/);
  assert.match(message({ width: 6 }), /^width is 6; .*multiples of 4/);
  assert.match(message({ latentDimension: 0 }), /^latentDimension is 0/);
  assert.match(message({ dense: [32, 2] }), /^orthogonal is true; .*2 inputs.*4 orthonormal rows/);
  assert.is(message({ dense: [32, 2], orthogonal: false }), 'no error');
});

test.run();
