import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { mlp, type LayerScope, type Tensors } from '@noether/compute';
import { randomStream, singularValues } from '@noether/numerics';
import { close } from '@noether/testkit';
import { gradientPenalty } from '../src/gradient-penalty.js';
import { spectrallyNormalised } from '../src/spectral-norm.js';
import { computeWith } from './compute-with.js';

const [INPUTS, WIDTH] = [3, 5];
const random = randomStream('constraints');
const values = (...shape: number[]): { shape: number[]; data: number[] } => ({
  shape,
  data: Array.from(random.fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1)))),
});
const plain = mlp('d', { inputs: INPUTS, outputs: 1, width: WIDTH, hidden: 1 });
const parameters = Object.fromEntries(
  Object.entries(plain.parameters).map(([name, { shape }]) => [name, values(...shape)]),
);
const scopeOf = (tensors: Tensors, state: Tensors, nextState: Tensors = {}): LayerScope => ({
  parameters: tensors,
  state,
  nextState,
  training: true,
});

test('spectral norm divides each weight matrix by its largest singular value, once the iteration has found it', async () => {
  const layer = spectrallyNormalised(plain);
  const x = values(7, INPUTS);
  const result = await computeWith(
    ({ x: rows, ...tensors }) => {
      let state: Tensors = Object.fromEntries(
        Object.entries(layer.state).map(([name, { shape, initial }]) => [
          name,
          tf.tensor(initial, [...shape]),
        ]),
      );
      let normalised = rows;
      for (let step = 0; step < 60; step++) {
        const nextState: Tensors = {};
        normalised = layer.apply(rows as tf.Tensor2D, scopeOf(tensors, state, nextState));
        state = nextState;
      }
      return { normalised };
    },
    { x, ...parameters },
  );
  const scaled = Object.fromEntries(
    Object.entries(parameters).map(([name, { shape, data }]) => {
      if (!name.endsWith('.weight')) return [name, { shape, data }];
      const [largest] = singularValues(Float64Array.from(data), shape[0], shape[1]);
      return [name, { shape, data: data.map((value) => value / largest) }];
    }),
  );
  const expected = await computeWith(
    ({ x: rows, ...tensors }) => ({ y: plain.apply(rows as tf.Tensor2D, scopeOf(tensors, {})) }),
    { x, ...scaled },
  );
  close(result.normalised, expected.y, { rtol: 1e-4, atol: 1e-5 });
});

test('the gradient penalty is half the squared slope along the directions: over the axes, half of |∇D|²', async () => {
  const sample = values(1, INPUTS).data;
  const { penalty, half } = await computeWith(
    ({ x, axes, ...tensors }) => {
      const slope = (row: tf.Tensor): tf.Scalar =>
        tf.sum(plain.apply(row as tf.Tensor2D, scopeOf(tensors, {})));
      const gradient = tf.grad(slope)(tf.slice(x, [0, 0], [1, INPUTS]));
      return {
        penalty: gradientPenalty(
          plain,
          x as tf.Tensor2D,
          axes as tf.Tensor2D,
          scopeOf(tensors, {}),
        ),
        half: tf.mul(tf.sum(tf.square(gradient)), 0.5 / INPUTS),
      };
    },
    {
      x: { shape: [INPUTS, INPUTS], data: [...sample, ...sample, ...sample] },
      axes: { shape: [INPUTS, INPUTS], data: [1, 0, 0, 0, 1, 0, 0, 0, 1] },
      ...parameters,
    },
  );
  assert.ok(half[0] > 1e-3);
  close(penalty, half, { rtol: 1e-4 });
});

test('the gradient penalty pulls at the discriminator, and not at what made the samples', async () => {
  const name = 'd.0.weight';
  const inputs = { x: values(6, INPUTS), v: values(6, INPUTS), ...parameters };
  const penaltyOf = (tensors: Tensors): tf.Scalar => {
    const { x, v, ...own } = tensors;
    return gradientPenalty(plain, x as tf.Tensor2D, v as tf.Tensor2D, scopeOf(own, {}));
  };
  const { ofWeight, ofSamples } = await computeWith(
    (tensors) => ({
      ofWeight: tf.grad((weight) => penaltyOf({ ...tensors, [name]: weight }))(tensors[name]),
      ofSamples: tf.grad((x) => penaltyOf({ ...tensors, x }))(tensors.x),
    }),
    inputs,
  );
  assert.ok(ofSamples.every((value) => value === 0));
  const at = parameters[name];
  const direction = Array.from(random.fillNormal(new Float32Array(at.data.length)));
  const h = 1e-3;
  const [ahead, behind] = await Promise.all(
    [h, -h].map(async (step) => {
      const data = at.data.map((value, index) => value + step * direction[index]);
      const moved = { ...inputs, [name]: { shape: at.shape, data } };
      return (await computeWith((tensors) => ({ value: penaltyOf(tensors) }), moved)).value[0];
    }),
  );
  const slope = ofWeight.reduce((sum, value, index) => sum + value * direction[index], 0);
  close(slope, (ahead - behind) / (2 * h), { rtol: 2e-2, atol: 1e-3 });
});

test.run();
