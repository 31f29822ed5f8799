import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { maskedGenerators } from '../src/masked-generators.js';
import { computeWith } from './compute-with.js';
import { tinyOptions } from './tiny-run.js';

async function valueAndGradient(
  straightThrough: boolean,
): Promise<{ value: number[]; gradient: number[] }> {
  const threshold = { epochs: 1, ratio: 0.3, from: 0, straightThrough };
  const options = tinyOptions({ threshold });
  const result = await computeWith(
    ({ l, mask, weight }) => {
      const used = (raw: tf.Tensor): tf.Tensor =>
        maskedGenerators(options, { 'generator.0': raw }, { 'mask.0': mask })['generator.0'];
      const loss = (raw: tf.Tensor): tf.Scalar => tf.sum(tf.mul(used(raw), weight));
      return { value: used(l), gradient: tf.grad(loss)(l) };
    },
    {
      l: { shape: [1, 2, 2], data: [0.1, 2, -3, 0.2] },
      mask: { shape: [1, 2, 2], data: [0, 1, 1, 0] },
      weight: { shape: [1, 2, 2], data: [5, 6, 7, 8] },
    },
  );
  return { value: result.value, gradient: result.gradient };
}

test('masked entries act as zero and get no gradient', async () => {
  const { value, gradient } = await valueAndGradient(false);
  assert.equal(value, [0, 2, -3, 0]);
  assert.equal(gradient, [0, 6, 7, 0]);
});

test('straight through, masked entries act as zero and get the gradient of their place', async () => {
  const { value, gradient } = await valueAndGradient(true);
  assert.equal(value, [0, 2, -3, 0]);
  assert.equal(gradient, [5, 6, 7, 8]);
});

test.run();
