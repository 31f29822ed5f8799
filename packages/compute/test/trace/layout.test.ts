import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { trace, type TensorFunction } from '../../src/index.js';

const count = (
  run: TensorFunction,
  inputs: Record<string, readonly number[]>,
  op: string,
): number =>
  trace(
    run,
    Object.fromEntries(Object.entries(inputs).map(([name, shape]) => [name, { shape }])),
  ).nodes.filter((node) => node.op === op).length;

const images = { x: [2, 8, 8, 3], w: [3, 3, 3, 4], v: [3, 3, 4, 4], b: [4] };
type T4 = tf.Tensor4D;

const convolve = (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
  tf.conv2d(x as T4, filter as T4, 1, 'same');

test('between convolutions nothing is transposed, whatever element-wise operations stand there', () => {
  const run: TensorFunction = ({ x, w, v, b }) => {
    const hidden = tf.relu(tf.add(convolve(x, w), b));
    const scaled = tf.mul(hidden, tf.sigmoid(tf.sub(hidden, tf.mean(hidden, [1, 2], true))));
    return { y: convolve(tf.maxPool(scaled as T4, 2, 2, 'same'), v) };
  };
  // The image, both filters, and the result.
  assert.is(count(run, images, 'Transpose'), 4);
});

test('a bias of the channels is added by the convolution', () => {
  const run: TensorFunction = ({ x, w, b }) => ({ y: tf.add(convolve(x, w), b) });
  assert.is(count(run, images, 'Add'), 0);
});

test('signals: the added axis of height 1 breaks nothing', () => {
  const run: TensorFunction = ({ x, w, v }) => {
    const hidden = tf.relu(tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same'));
    return { y: tf.conv1d(hidden, v as tf.Tensor3D, 1, 'same') };
  };
  const signals = { x: [2, 8, 3], w: [3, 3, 4], v: [3, 4, 4] };
  assert.is(count(run, signals, 'Transpose'), 4);
});

test('one channel is moved without a copy', () => {
  const run: TensorFunction = ({ x, w }) => ({ y: convolve(x, w) });
  assert.is(count(run, { x: [2, 8, 8, 1], w: [3, 3, 1, 1] }, 'Transpose'), 0);
});

test('where the largest entries are is not asked for without a gradient', () => {
  const pool = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as T4, 3, 1, 'valid');
  const outputs = (run: TensorFunction): number =>
    trace(run, { x: { shape: [1, 4, 4, 2] } }).nodes.find((node) => node.op === 'MaxPool')?.outputs
      .length ?? 0;
  assert.is(
    outputs(({ x }) => ({ y: pool(x) })),
    1,
  );
  assert.is(
    outputs(({ x }) => ({ y: tf.grad(pool)(x) })),
    2,
  );
});

test.run();
