import { test } from 'uvu';
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
  dense,
  elu,
  flatten,
  gelu,
  hardSigmoid,
  layerNorm,
  leakyRelu,
  maxPool1d,
  maxPool2d,
  mish,
  mlp,
  orthogonalDense,
  pooledConv1d,
  pooledConv2d,
  prelu,
  relu,
  relu6,
  selu,
  sigmoid,
  softmax,
  softplus,
  softsign,
  swish,
  tanh,
  thresholdedRelu,
  unflatten,
  type AnyLayer,
  type Layer,
  type LayerScope,
  type Tensors,
} from '../../src/index.js';
import { onCpu, type Given } from '../support/on-cpu.js';

const [ROWS, WIDE, NARROW] = [5, 6, 3];
const sizes = { inputs: WIDE, outputs: NARROW, width: 8, hidden: 2 };

const between = (shape: readonly number[], layer: AnyLayer): Layer =>
  chain([unflatten(shape), layer, flatten]);

const layers: Readonly<Record<string, Layer>> = {
  conv1d: between([3, 2], conv1d('l', { inputs: 2, outputs: 4 })),
  'conv1d with stride': between([6, 1], conv1d('l', { inputs: 1, outputs: 2, stride: 2 })),
  conv2d: between([2, 3, 1], conv2d('l', { inputs: 1, outputs: 2, padding: 'valid', kernel: 2 })),
  convTranspose1d: between([3, 2], convTranspose1d('l', { inputs: 2, outputs: 3 })),
  convTranspose2d: between([1, 3, 2], convTranspose2d('l', { inputs: 2, outputs: 3 })),
  maxPool1d: between([3, 2], maxPool1d()),
  pooledConv1d: between([6, 1], pooledConv1d('l', { inputs: 1, outputs: 3 })),
  pooledConv2d: chain([
    dense('m', WIDE, 16),
    between([4, 4, 1], pooledConv2d('l', { inputs: 1, outputs: 2 })),
  ]),
  maxPool2d: between([3, 2, 1], maxPool2d()),
  layerNorm: layerNorm('l', WIDE),
  softmax,
  elu,
  gelu,
  hardSigmoid,
  leakyRelu: leakyRelu(0.2),
  mish,
  prelu: prelu('l', WIDE),
  relu6,
  selu,
  sigmoid,
  softplus,
  softsign,
  swish,
  tanh,
  thresholdedRelu: thresholdedRelu(0.1),
  dense: dense('l', WIDE, NARROW),
  'dense without bias': dense('l', WIDE, NARROW, false),
  orthogonalDense: orthogonalDense('l', WIDE, NARROW),
  batchNorm: batchNorm('l', WIDE),
  relu,
  mlp: mlp('l', sizes),
  'mlp with everything': mlp('l', { ...sizes, batchNorm: true, orthogonal: true }),
  'mlp without hidden layers': mlp('l', { ...sizes, hidden: 0 }),
};

function givenFor(layer: Layer): Record<string, Given> {
  const random = randomStream('push');
  const draw = (shape: readonly number[]): Float32Array =>
    random.fillNormal(new Float32Array(shape.reduce((product, extent) => product * extent, 1)));
  const given: Record<string, Given> = {
    x: { shape: [ROWS, WIDE], data: draw([ROWS, WIDE]) },
    v: { shape: [ROWS, WIDE], data: draw([ROWS, WIDE]) },
  };
  for (const [name, { shape, initial }] of Object.entries(layer.parameters)) {
    given[`p:${name}`] = { shape, data: initial(random.split(name)) };
  }
  for (const [name, { shape }] of Object.entries(layer.state)) {
    const data = draw(shape);
    given[`s:${name}`] = {
      shape,
      data: name.endsWith('variance') ? data.map((v) => v * v + 0.5) : data,
    };
  }
  return given;
}

function scopeOf(tensors: Tensors): LayerScope {
  const pick = (prefix: string): Tensors =>
    Object.fromEntries(
      Object.entries(tensors)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, tensor]) => [name.slice(2), tensor]),
    );
  return { parameters: pick('p:'), state: pick('s:'), nextState: {}, training: false };
}

test('an empty chain passes values and tangents through', async () => {
  const { value, tangent } = await onCpu(
    (tensors) => ({
      ...chain([]).push(
        { value: tensors.x as tf.Tensor2D, tangent: tensors.v as tf.Tensor2D },
        scopeOf({}),
      ),
    }),
    { x: { shape: [1, 2], data: [1, 2] }, v: { shape: [1, 2], data: [3, 4] } },
  );
  close([...value, ...tangent], [1, 2, 3, 4]);
});

for (const [name, layer] of Object.entries(layers)) {
  const given = givenFor(layer);

  test(`${name}: push gives the value of apply, and the derivative by finite differences`, async () => {
    const h = 2 ** -9;
    const { value, tangent, pushed, ahead, behind } = await onCpu((tensors) => {
      const scope = scopeOf(tensors);
      const [x, v] = [tensors.x as tf.Tensor2D, tensors.v as tf.Tensor2D];
      const both = layer.push({ value: x, tangent: v }, scope);
      const at = (step: number): tf.Tensor => layer.apply(tf.add(x, tf.mul(v, step)), scope);
      const steps = { ahead: at(h), behind: at(-h) };
      return { value: layer.apply(x, scope), tangent: both.tangent, pushed: both.value, ...steps };
    }, given);
    close(pushed, value, { rtol: 1e-6, atol: 1e-6 });
    const wanted = tangent.map((_, at) => (ahead[at] - behind[at]) / (2 * h));
    close(tangent, wanted, { atol: 3e-4 });
  });

  test(`${name}: push agrees with the reverse mode`, async () => {
    const { forward, backward } = await onCpu((tensors) => {
      const scope = scopeOf(tensors);
      const [x, v] = [tensors.x as tf.Tensor2D, tensors.v as tf.Tensor2D];
      const { tangent } = layer.push({ value: x, tangent: v }, scope);
      // ⟨u, J v⟩ = ⟨Jᵀ u, v⟩ for each row, with u = cos of the tangent, which is as good as any.
      const u = tf.cos(tangent);
      const pulled = tf.grad((point) => layer.apply(point as tf.Tensor2D, scope))(x, u);
      return { forward: tf.sum(tf.mul(u, tangent), 1), backward: tf.sum(tf.mul(pulled, v), 1) };
    }, given);
    close(forward, backward, { rtol: 1e-5, atol: 1e-5 });
  });
}

test.run();
