import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { batches, createTrainer, onnxNativeEngine } from '../src/index.js';
import { regression } from './support/small-programs.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function inUse(): number {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

test('two thousand steps leave less than a megabyte and no tensor behind', async () => {
  const random = randomStream('memory');
  const engine = await onnxNativeEngine({ threads: 1 });
  const optimisers = { line: { learningRate: 0.01 } };
  const trainer = await createTrainer(regression, { engine, random, optimisers });
  const feed = batches(
    {
      x: { data: random.fillNormal(new Float32Array(200)), width: 2 },
      y: { data: random.fillNormal(new Float32Array(100)), width: 1 },
    },
    { size: 4, random },
  );
  const advance = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step++) await trainer.step(feed.next());
  };
  await advance(200);
  const tensors = tf.memory().numTensors;
  const before = inUse();
  await advance(2000);
  const growth = inUse() - before;
  assert.ok(growth < 2 ** 20, `${growth} bytes more`);
  assert.is(tf.memory().numTensors, tensors);
  await trainer.dispose();
});

test.run();
