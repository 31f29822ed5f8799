import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { dense, mlp, relu, scaleGradient, stopGradient } from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';

const scope = { parameters: {}, state: {}, nextState: {}, training: true };
const x = { shape: [2, 3], data: [1, -2, 3, 0, 5, -6] };

test('scaleGradient is the identity forwards and multiplies backwards', async () => {
  const { y, dx } = await onCpu(
    (tensors) => ({
      y: scaleGradient(tensors.x, (value) => tf.neg(value)),
      dx: tf.grad((value) => scaleGradient(value, (inner) => tf.neg(inner)))(
        tensors.x,
        tf.mul(tf.onesLike(tensors.x), 2),
      ),
    }),
    { x },
  );
  close(y, x.data);
  close(dx, [-2, 4, -6, 0, -10, 12], { atol: 0 });
});

test('stopGradient leaves the rest of the gradient alone', async () => {
  const { y, dx } = await onCpu(
    (tensors) => {
      const loss = (value: tf.Tensor): tf.Tensor => tf.mul(value, stopGradient(value));
      return { y: loss(tensors.x), dx: tf.grad(loss)(tensors.x) };
    },
    { x },
  );
  close(
    y,
    x.data.map((value) => value * value),
  );
  close(dx, x.data);
});

test('relu has the derivative 0 at 0, as tfjs has', async () => {
  const { y, dx, wanted } = await onCpu(
    (tensors) => ({
      y: relu.apply(tensors.x as tf.Tensor2D, scope),
      dx: tf.grad((value) => relu.apply(value as tf.Tensor2D, scope))(tensors.x),
      wanted: tf.grad((value) => tf.relu(value))(tensors.x),
    }),
    { x },
  );
  close(y, [1, 0, 3, 0, 5, 0]);
  close(dx, [1, 0, 1, 0, 1, 0]);
  close(wanted, dx);
});

test('dense is x W + b with PyTorch’s start', async () => {
  const layer = dense('d', 3, 2);
  const { y } = await onCpu(
    ({ x: rows, w, b }) => ({
      y: layer.apply(rows as tf.Tensor2D, { ...scope, parameters: { 'd.weight': w, 'd.bias': b } }),
    }),
    { x, w: { shape: [3, 2], data: [1, 0, 0, 1, 2, -1] }, b: { shape: [2], data: [10, 20] } },
  );
  close(y, [17, 15, -2, 31]);
  const wide = dense('d', 400, 50).parameters;
  for (const { initial } of Object.values(wide)) {
    const largest = Math.max(...initial(randomStream('start')).map(Math.abs));
    assert.ok(largest <= 1 / 20 && largest > 0.9 / 20, `${largest}`);
  }
});

test('mlp names and counts its parameters', () => {
  const sizes = { inputs: 3, outputs: 2, width: 5, hidden: 2 };
  const shapes = (layer: ReturnType<typeof mlp>): Record<string, readonly number[]> =>
    Object.fromEntries(Object.entries(layer.parameters).map(([name, { shape }]) => [name, shape]));
  assert.equal(shapes(mlp('net', sizes)), {
    'net.0.weight': [3, 5],
    'net.0.bias': [5],
    'net.1.weight': [5, 5],
    'net.1.bias': [5],
    'net.2.weight': [5, 2],
    'net.2.bias': [2],
  });
  const whole = shapes(mlp('net', { ...sizes, batchNorm: true, orthogonal: true }));
  assert.equal(whole['net.2.vectors'], [2, 5]);
  assert.equal(whole['net.1.norm.scale'], [5]);
  assert.is(whole['net.0.bias'], undefined);
});

test.run();
