import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  batchNorm,
  chain,
  conv1d,
  conv2d,
  convTranspose1d,
  convTranspose2d,
  flatten,
  inParts,
  maxPool1d,
  maxPool2d,
  onnxNativeEngine,
  onnxWasmEngine,
  pooledConv1d,
  pooledConv2d,
  tfjsEngine,
  unflatten,
  type AnyLayer,
  type Engine,
} from '../../src/index.js';
import { onCpu, type Given } from '../support/on-cpu.js';
import { rejection } from '../support/rejection.js';

const scope = { state: {}, nextState: {}, training: true };
const sizes = { inputs: 3, outputs: 5 };
const random = randomStream('pooled');

function draw(shape: readonly number[]): Given {
  const size = shape.reduce((product, extent) => product * extent, 1);
  // A coarse grid, so that many entries of a window are equally large.
  return { shape, data: Float32Array.from({ length: size }, () => random.integer(5) - 2) };
}

interface Pair {
  readonly fast: AnyLayer;
  readonly plain: AnyLayer;
  readonly shape: readonly number[];
}

const widened = (axes: 1 | 2): AnyLayer => ({
  ...(axes === 1 ? convTranspose1d('l', sizes) : convTranspose2d('l', sizes)),
  apply: (x: tf.Tensor, { parameters }: { parameters: Record<string, tf.Tensor> }) => {
    const image = axes === 1 ? tf.expandDims(x, 1) : x;
    const weight = parameters['l.weight'];
    const filter = axes === 1 ? tf.expandDims(weight) : weight;
    const [batch, height, width] = image.shape;
    const shape = [batch, axes === 1 ? 1 : 2 * height, 2 * width, sizes.outputs];
    const strides: [number, number] = [axes === 1 ? 1 : 2, 2];
    const found = tf.conv2dTranspose(
      image as tf.Tensor4D,
      filter as tf.Tensor4D,
      shape as [number, number, number, number],
      strides,
      'same',
    );
    return tf.add(axes === 1 ? tf.squeeze(found, [1]) : found, parameters['l.bias']);
  },
});

const pairs: Readonly<Record<string, Pair>> = {
  'pooledConv1d is conv1d, then maxPool1d': {
    fast: pooledConv1d('l', sizes),
    plain: chain<tf.Tensor, tf.Tensor>([conv1d('l', sizes), maxPool1d()]),
    shape: [2, 8, 3],
  },
  'pooledConv2d is conv2d, then maxPool2d': {
    fast: pooledConv2d('l', sizes),
    plain: chain<tf.Tensor, tf.Tensor>([conv2d('l', sizes), maxPool2d()]),
    shape: [2, 4, 6, 3],
  },
  'convTranspose1d is the gradient of a convolution': {
    fast: convTranspose1d('l', sizes),
    plain: widened(1),
    shape: [2, 3, 3],
  },
  'convTranspose2d is the gradient of a convolution': {
    fast: convTranspose2d('l', sizes),
    plain: widened(2),
    shape: [2, 3, 2, 3],
  },
};

/** Value of a layer, and the gradients of Σ y² by its input and parameters. */
async function evaluated(layer: AnyLayer, given: Readonly<Record<string, Given>>, engine: Engine) {
  const names = Object.keys(given);
  const shapes = Object.fromEntries(names.map((name) => [name, { shape: given[name].shape }]));
  const compiled = await engine.compile((tensors) => {
    const y = (...values: tf.Tensor[]): tf.Tensor => {
      const named = Object.fromEntries(names.map((name, index) => [name, values[index]]));
      return layer.apply(named.x as never, { ...scope, parameters: named });
    };
    const inputs = names.map((name) => tensors[name]);
    const gradients = tf.grads((...values) => tf.sum(tf.square(y(...values))))(inputs);
    const found = names.map((name, index) => [`gradient of ${name}`, gradients[index]]);
    return { y: y(...inputs), ...Object.fromEntries(found) };
  }, shapes);
  const into = Object.fromEntries(
    Object.entries(compiled.outputs).map(([name, shape]) => [
      name,
      new Float32Array(shape.reduce((a, b) => a * b, 1)),
    ]),
  );
  const arrays = Object.fromEntries(
    names.map((name) => [name, Float32Array.from(given[name].data)]),
  );
  await compiled.run(arrays, into);
  await compiled.dispose();
  return into;
}

const engines = [
  await tfjsEngine('cpu'),
  await onnxNativeEngine({ threads: 1 }),
  await onnxWasmEngine(),
  await tfjsEngine('wasm'),
];

for (const [name, { fast, plain, shape }] of Object.entries(pairs)) {
  const parameters = Object.fromEntries(
    Object.entries(fast.parameters).map(([key, spec]) => [key, draw(spec.shape)]),
  );
  const given = { x: draw(shape), ...parameters };

  for (const engine of name.startsWith('pooledConv2d') ? engines.slice(0, 3) : engines) {
    test(`${name}: values and gradients on ${engine.description}`, async () => {
      assert.equal(fast.parameters['l.weight'].shape, plain.parameters['l.weight'].shape);
      const [found, wanted] = [
        await evaluated(fast, given, engine),
        await evaluated(plain, given, engines[0]),
      ];
      for (const [key, data] of Object.entries(wanted)) {
        close(found[key], data, { rtol: 1e-5, atol: 1e-4 }, key);
      }
    });
  }
}

test('a batch in parts is convolved as a whole one is; carried state is refused', async () => {
  const whole = chain([unflatten([4, 4, 3]), pooledConv2d('l', sizes), flatten]);
  const given = { x: draw([7, 48]), 'l.weight': draw([3, 3, 3, 5]), 'l.bias': draw([5]) };
  const wanted = await evaluated(whole, given, engines[0]);
  for (const engine of engines.slice(0, 2)) {
    const found = await evaluated(inParts(whole, 3), given, engine);
    for (const [key, data] of Object.entries(wanted)) close(found[key], data, { rtol: 1e-5 }, key);
  }
  const refused = await rejection(() => inParts(batchNorm('n', 3), 3));
  assert.match(refused.message, /^layer is .*depend on each other/);
});

test('an odd extent is refused', async () => {
  const layer = chain<tf.Tensor, tf.Tensor>([pooledConv1d('l', sizes), flatten]);
  const given = { x: draw([2, 7, 3]), 'l.weight': draw([3, 3, 5]), 'l.bias': draw([5]) };
  const run = (): Promise<unknown> =>
    onCpu((tensors) => ({ y: layer.apply(tensors.x, { ...scope, parameters: tensors }) }), given);
  assert.match((await rejection(run)).message, /^extents is .*even/);
});

test.run();
