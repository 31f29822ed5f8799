import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convAutoencoder, type ConvAutoencoderOptions } from '@noether/autoencoder';
import { createTrainer, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { laliganProgram, parseRepresentation, type SymmetryOptions } from '@noether/symmetry-gan';

const BATCH = 32;
const STEPS = 300;
const random = randomStream('known group');

interface Task {
  readonly autoencoder: ConvAutoencoderOptions;
  readonly representation: string;
}

const tasks: Readonly<Record<string, Task>> = {
  'signals under so2 + so2': {
    autoencoder: { extents: [16], latentDimension: 4, width: 16, dense: [32] },
    representation: '(1,so2);(1,so2)',
  },
  'images under so3': {
    autoencoder: { extents: [8, 8], channels: 1, latentDimension: 3, width: 16, dense: [32] },
    representation: '(1,so3)',
  },
};

function options(representation: string): SymmetryOptions {
  const rate = { learningRate: 3e-3 };
  return {
    representation: parseRepresentation(representation, 1),
    batchSize: BATCH,
    epochs: 1,
    coefficients: { law: 'normal', scale: 1 },
    regulariser: { kind: 'none' },
    weights: { reconstruction: 1, adversarial: 0.01, regulariser: 0, channels: 0 },
    optimisers: { autoencoder: rate, discriminator: rate, generator: rate },
    schedule: { hold: 1, final: 1 },
    discriminator: { width: 32, hidden: 2, sees: 'states' },
    centre: 'mean',
    encoderDelay: 0,
    freezeStatistics: 1,
    threshold: null,
  };
}

/** A round bump at a place of its own in each sample, periodic in all directions. */
function bumps(extents: readonly number[]): Float32Array {
  const size = extents.reduce((product, extent) => product * extent, 1);
  const samples = Array.from({ length: BATCH }, () => {
    const angles = extents.map(() => 2 * Math.PI * random.uniform());
    return Array.from({ length: size }, (_, at) => {
      let rest = at;
      const near = extents.map((extent, axis) => {
        const place = rest % extent;
        rest = Math.floor(rest / extent);
        return Math.cos((2 * Math.PI * place) / extent - angles[axis]);
      });
      return Math.exp(2 * near.reduce((sum, value) => sum + value - 1, 0));
    });
  });
  return Float32Array.from(samples.flat());
}

for (const [name, task] of Object.entries(tasks)) {
  test(`${name}: convolutions learn to reconstruct beside a discriminator`, async () => {
    const settings = options(task.representation);
    const program = laliganProgram(convAutoencoder(task.autoencoder), 1, settings);
    const trainer = await createTrainer(program, {
      engine: await selectEngine('onnx-native'),
      random: random.split('parameters'),
      optimisers: settings.optimisers,
    });
    const [, count] = program.inputs.coefficients.shape;
    const losses: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const metrics = await trainer.step({
        x: bumps(task.autoencoder.extents),
        coefficients: random.fillNormal(new Float32Array(BATCH * count)),
        encoderGate: Float32Array.of(1),
      });
      assert.ok(Object.values(metrics).every(Number.isFinite), JSON.stringify(metrics));
      losses.push(metrics.reconstruction);
    }
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const [first, last] = [mean(losses.slice(0, 20)), mean(losses.slice(-20))];
    assert.ok(last < 0.35 * first, `${first} to ${last}`);
    await trainer.dispose();
  });
}

test.run();
