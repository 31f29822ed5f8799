import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { createTrainer, onnxNativeEngine, tfjsEngine, type Engine } from '../src/index.js';
import { enginesToCompare } from './conformance/engines.js';
import { laliganBatch, laliganProgram } from './support/laligan-program.js';

const engines: ReadonlyMap<string, Engine> = new Map([
  ...(await enginesToCompare()),
  ['onnx-native on two threads', await onnxNativeEngine({ threads: 2 })],
]);

/**
 * Batch norm subtracts this bias again: its gradient is zero but for rounding, which Adam's division
 * by its own size turns into steps of the learning rate in any direction.
 */
const VANISHING = 'autoencoder.encoder.2.bias';

async function trained(engine: Engine, latent: number, steps = 1) {
  const learning = { learningRate: 1e-3 };
  const random = randomStream('laligan step');
  const trainer = await createTrainer(laliganProgram(latent), {
    engine,
    random: random.split('parameters'),
    optimisers: { autoencoder: learning, generator: learning, discriminator: learning },
  });
  let metrics = await trainer.step(laliganBatch(random.split(0)));
  for (let step = 1; step < steps; step++) {
    metrics = await trainer.step(laliganBatch(random.split(step)));
  }
  const tensors = trainer.save();
  await trainer.dispose();
  return { metrics, tensors };
}

for (const latent of [2, 3]) {
  let known: ReturnType<typeof trained> | undefined;
  const reference = async () => (known ??= trained(await tfjsEngine('cpu'), latent));

  for (const [name, engine] of engines) {
    test(`${name}: losses, moments, parameters and state after a step, ${latent} latent dimensions`, async () => {
      const expected = await reference();
      const actual = await trained(engine, latent);
      assert.equal(Object.keys(actual.metrics), Object.keys(expected.metrics));
      for (const [metric, value] of Object.entries(expected.metrics)) {
        close(actual.metrics[metric], value, { rtol: 1e-4 }, metric);
      }
      assert.equal(Object.keys(actual.tensors), Object.keys(expected.tensors));
      for (const [tensor, { data }] of Object.entries(expected.tensors)) {
        if (tensor.endsWith(`:${VANISHING}`)) continue;
        const largest = Math.max(...data.map(Math.abs));
        const tolerance = { rtol: 1e-4, atol: 1e-5 * largest };
        close(actual.tensors[tensor].data, data, tolerance, tensor);
      }
      const nothing = actual.tensors[`mean:${VANISHING}`].data;
      close(nothing, new Float32Array(latent), { atol: 1e-7 });
    });
  }
}

test('two hundred steps: onnx-native and tfjs cpu end with the same losses to a percent', async () => {
  const [cpu, native] = [await tfjsEngine('cpu'), await onnxNativeEngine({ threads: 1 })];
  const [expected, actual] = [await trained(cpu, 2, 200), await trained(native, 2, 200)];
  for (const [metric, value] of Object.entries(expected.metrics)) {
    close(actual.metrics[metric], value, { rtol: 1e-2 }, metric);
  }
});

test.run();
