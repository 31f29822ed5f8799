import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { batchNorm, type LayerScope, type Tensors } from '../../src/index.js';
import { onCpu, type Given } from '../support/on-cpu.js';

const [ROWS, WIDTH] = [6, 3];
const EPSILON = 1e-5;
const layer = batchNorm('n', WIDTH);
const random = randomStream('batch norm');
const row = (): Given => ({ shape: [WIDTH], data: random.fillNormal(new Float32Array(WIDTH)) });
const given = {
  x: {
    shape: [ROWS, WIDTH],
    data: random
      .fillNormal(new Float32Array(ROWS * WIDTH))
      .map((v, at) => v * 3 + (at % WIDTH) * 5),
  },
  dy: { shape: [ROWS, WIDTH], data: random.fillNormal(new Float32Array(ROWS * WIDTH)) },
  scale: row(),
  shift: row(),
  mean: row(),
  variance: { shape: [WIDTH], data: [0.5, 1, 2] },
};

const scope = (tensors: Tensors, training: boolean): LayerScope => ({
  parameters: { 'n.scale': tensors.scale, 'n.shift': tensors.shift },
  state: { 'n.mean': tensors.mean, 'n.variance': tensors.variance },
  nextState: {},
  training,
});

/** The definition, for tfjs to differentiate. */
function composed(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, 0);
  return tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, EPSILON))), scale), shift);
}

test('in training: value and gradients are those of the composed formula', async () => {
  const results = await onCpu((tensors) => {
    const { x, scale, shift, dy } = tensors;
    const own = (value: tf.Tensor, gain: tf.Tensor, level: tf.Tensor): tf.Tensor =>
      layer.apply(value as tf.Tensor2D, scope({ ...tensors, scale: gain, shift: level }, true));
    const [dx, dScale, dShift] = tf.grads(own)([x, scale, shift], dy);
    const [wantedX, wantedScale, wantedShift] = tf.grads(composed)([x, scale, shift], dy);
    return {
      ...{ dx, dScale, dShift, wantedX, wantedScale, wantedShift },
      y: own(x, scale, shift),
      wantedY: composed(x, scale, shift),
    };
  }, given);
  const { dx, dScale, dShift, y } = results;
  close(y, results.wantedY, { rtol: 1e-5, atol: 1e-5 }, 'y');
  close(dx, results.wantedX, { rtol: 1e-4, atol: 1e-5 }, 'dx');
  close(dScale, results.wantedScale, { rtol: 1e-4, atol: 1e-5 }, 'dγ');
  close(dShift, results.wantedShift, { rtol: 1e-4, atol: 1e-5 }, 'dβ');
});

test('running statistics as in PyTorch: weight 0.1, unbiased variance', async () => {
  const { mean, variance } = await onCpu((tensors) => {
    const own = scope(tensors, true);
    layer.apply(tensors.x as tf.Tensor2D, own);
    return { mean: own.nextState['n.mean'], variance: own.nextState['n.variance'] };
  }, given);
  for (let column = 0; column < WIDTH; column++) {
    const entries = Array.from({ length: ROWS }, (_, at) => given.x.data[at * WIDTH + column]);
    const average = entries.reduce((sum, value) => sum + value, 0) / ROWS;
    const unbiased = entries.reduce((sum, value) => sum + (value - average) ** 2, 0) / (ROWS - 1);
    close(mean[column], 0.9 * given.mean.data[column] + 0.1 * average, { rtol: 1e-5 });
    close(variance[column], 0.9 * given.variance.data[column] + 0.1 * unbiased, { rtol: 1e-5 });
  }
});

test('at inference the running statistics are used and stay', async () => {
  let touched: string[] = ['not run'];
  const { y } = await onCpu((tensors) => {
    const own = scope(tensors, false);
    const result = { y: layer.apply(tensors.x as tf.Tensor2D, own) };
    touched = Object.keys(own.nextState);
    return result;
  }, given);
  const { mean, variance, scale, shift } = given;
  const wanted = [...given.x.data].map((value, at) => {
    const column = at % WIDTH;
    const normal = (value - mean.data[column]) / Math.sqrt(variance.data[column] + EPSILON);
    return normal * scale.data[column] + shift.data[column];
  });
  close(y, wanted, { rtol: 1e-5, atol: 1e-5 });
  assert.equal(touched, []);
});

test('momentum and epsilon are options', async () => {
  const other = batchNorm('n', WIDTH, { momentum: 1, epsilon: 3 });
  const { y, mean } = await onCpu(
    (tensors) => {
      const own = scope(tensors, true);
      const result = other.apply(tensors.x as tf.Tensor2D, own);
      return { y: result, mean: own.nextState['n.mean'] };
    },
    {
      ...given,
      x: { shape: [2, WIDTH], data: [1, 2, 3, 3, 6, 3] },
      scale: { shape: [3], data: [1, 1, 1] },
      shift: { shape: [3], data: [0, 0, 0] },
    },
  );
  close(mean, [2, 4, 3], { rtol: 1e-6 });
  const second = 2 / Math.sqrt(7);
  close(y, [-0.5, -second, 0, 0.5, second, 0], { rtol: 1e-6, atol: 1e-7 });
});

test('without scale and shift it is the layer with γ = 1 and β = 0, and has no parameters', async () => {
  const plain = batchNorm('n', WIDTH, { affine: false });
  assert.equal(plain.parameters, {});
  assert.equal(Object.keys(plain.state), Object.keys(layer.state));
  const neutral = {
    ...given,
    scale: { shape: [WIDTH], data: [1, 1, 1] },
    shift: { shape: [WIDTH], data: [0, 0, 0] },
  };
  const results = await onCpu((tensors) => {
    const through = (of: typeof layer, training: boolean) => (x: tf.Tensor) => {
      const own = { ...scope(tensors, training), ...(of === plain && { parameters: {} }) };
      return of.apply(x as tf.Tensor2D, own);
    };
    const pushed = (of: typeof layer): tf.Tensor =>
      of.push(
        { value: tensors.x as tf.Tensor2D, tangent: tensors.dy as tf.Tensor2D },
        scope(tensors, false),
      ).tangent;
    return {
      y: through(plain, true)(tensors.x),
      wantedY: through(layer, true)(tensors.x),
      dx: tf.grad(through(plain, true))(tensors.x, tensors.dy),
      wantedDx: tf.grad(through(layer, true))(tensors.x, tensors.dy),
      later: through(plain, false)(tensors.x),
      wantedLater: through(layer, false)(tensors.x),
      tangent: pushed(plain),
      wantedTangent: pushed(layer),
    };
  }, neutral);
  close(results.y, results.wantedY, { rtol: 1e-6 }, 'y');
  close(results.dx, results.wantedDx, { rtol: 1e-6 }, 'dx');
  close(results.later, results.wantedLater, { rtol: 1e-6 }, 'y at inference');
  close(results.tangent, results.wantedTangent, { rtol: 1e-6 }, 'tangent');
});

test('a batch of one row and a constant column stay finite', async () => {
  const { y, dx, variance } = await onCpu(
    (tensors) => {
      const own = scope(tensors, true);
      const run = (x: tf.Tensor): tf.Tensor => layer.apply(x as tf.Tensor2D, own);
      return {
        y: run(tensors.x),
        dx: tf.grad((x) => layer.apply(x as tf.Tensor2D, scope(tensors, true)))(tensors.x),
        variance: own.nextState['n.variance'],
      };
    },
    { ...given, x: { shape: [1, WIDTH], data: [4, 5, 6] } },
  );
  close(y, given.shift.data, { atol: 1e-6 });
  close(dx, [0, 0, 0], { atol: 1e-6 });
  close(variance, [0.45, 0.9, 1.8], { rtol: 1e-6 });
});

test.run();
