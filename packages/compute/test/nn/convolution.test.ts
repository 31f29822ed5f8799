import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  conv1d,
  conv2d,
  convTranspose1d,
  convTranspose2d,
  flatten,
  maxPool1d,
  maxPool2d,
  unflatten,
  type AnyLayer,
} from '../../src/index.js';
import { onCpu, type Given } from '../support/on-cpu.js';
import { rejection } from '../support/rejection.js';

const scope = { parameters: {}, state: {}, nextState: {}, training: true };

async function outputOf(layer: AnyLayer, given: Readonly<Record<string, Given>>) {
  const { y } = await onCpu(
    (tensors) => ({ y: layer.apply(tensors.x as never, { ...scope, parameters: tensors }) }),
    given,
  );
  return y;
}

const signal = { shape: [1, 4, 1], data: [1, 2, 3, 4] };
const filter = { shape: [3, 1, 1], data: [1, 10, 100] };
const bias = { shape: [1], data: [1000] };

test('conv1d is a cross-correlation with padding before and after', async () => {
  const layer = conv1d('c', { inputs: 1, outputs: 1 });
  const given = { x: signal, 'c.weight': filter, 'c.bias': bias };
  close(await outputOf(layer, given), [1210, 1321, 1432, 1043]);
  const valid = conv1d('c', { inputs: 1, outputs: 1, padding: 'valid' });
  close(await outputOf(valid, given), [1321, 1432]);
});

test('convTranspose1d is the adjoint of conv1d: ⟨u, A x⟩ = ⟨Aᵀ u, x⟩', async () => {
  const random = randomStream('adjoint');
  const draw = (...shape: number[]): Given => ({
    shape,
    data: random.fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1))),
  });
  const given = {
    x: draw(2, 8, 3),
    u: draw(2, 4, 5),
    weight: draw(3, 3, 5),
    inner: { shape: [5], data: new Float32Array(5) },
    outer: { shape: [3], data: new Float32Array(3) },
  };
  const { left, right } = await onCpu(({ x, u, weight, inner, outer }) => {
    const down = conv1d('d', { inputs: 3, outputs: 5, stride: 2 });
    const up = convTranspose1d('u', { inputs: 5, outputs: 3 });
    const parameters = { 'd.weight': weight, 'd.bias': inner, 'u.weight': weight, 'u.bias': outer };
    const all = { ...scope, parameters };
    return {
      left: tf.sum(tf.mul(u, down.apply(x as tf.Tensor3D, all))),
      right: tf.sum(tf.mul(x, up.apply(u as tf.Tensor3D, all))),
    };
  }, given);
  close(left, right, { rtol: 1e-5 });
});

test('a transposed convolution doubles the extents and starts as in PyTorch', async () => {
  const layer = convTranspose2d('t', { inputs: 6, outputs: 5 });
  assert.equal(layer.parameters['t.weight'].shape, [3, 3, 5, 6]);
  const start = layer.parameters['t.weight'].initial(randomStream(1));
  const largest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  assert.ok(largest < 1 / Math.sqrt(45) && largest > 0.9 / Math.sqrt(45), `${largest}`);
  const { y } = await onCpu(
    (tensors) => ({
      y: tf.tensor1d(
        layer.apply(tensors.x as tf.Tensor4D, { ...scope, parameters: tensors }).shape,
      ),
    }),
    {
      x: { shape: [2, 3, 4, 6], data: new Float32Array(144) },
      't.weight': { shape: [3, 3, 5, 6], data: start },
      't.bias': { shape: [5], data: new Float32Array(5) },
    },
  );
  assert.equal([...y], [2, 6, 8, 5]);
});

test('conv2d has a filter for every pair of channels, and PyTorch’s start', () => {
  const { parameters } = conv2d('c', { inputs: 7, outputs: 4, kernel: 5 });
  assert.equal(parameters['c.weight'].shape, [5, 5, 7, 4]);
  const start = parameters['c.bias'].initial(randomStream(2));
  assert.ok(start.every((value) => Math.abs(value) <= 1 / Math.sqrt(175)));
});

test('max pooling takes the largest of every window and leaves a rest out', async () => {
  const x = { shape: [1, 5, 1], data: [1, 7, -3, -2, 9] };
  close(await outputOf(maxPool1d(), { x }), [7, -2]);
  const image = { shape: [1, 2, 4, 1], data: [1, 2, 3, 4, 8, 7, 6, 5] };
  close(await outputOf(maxPool2d(), { x: image }), [8, 6]);
});

test('flatten and unflatten keep the order of the entries', async () => {
  const x = { shape: [2, 6], data: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
  const { shape, back } = await onCpu(
    (tensors) => {
      const wide = unflatten([3, 2]).apply(tensors.x as never, scope);
      return { shape: tf.tensor1d(wide.shape), back: flatten.apply(wide, scope) };
    },
    { x },
  );
  assert.equal([...shape], [2, 3, 2]);
  close(back, x.data);
});

test('sizes that make no layer are refused by name', async () => {
  const message = async (make: () => unknown): Promise<string> => (await rejection(make)).message;
  assert.match(await message(() => conv1d('c', { inputs: 0, outputs: 1 })), /^inputs is 0/);
  assert.match(
    await message(() => conv2d('c', { inputs: 1, outputs: 1, kernel: 1.5 })),
    /^kernel is 1.5; it must be a whole number, at least 1/,
  );
  assert.match(
    await message(() => convTranspose1d('c', { inputs: 1, outputs: 1, stride: 0 })),
    /^stride is 0/,
  );
  assert.match(await message(() => maxPool2d(0)), /^size is 0/);
});

test.run();
