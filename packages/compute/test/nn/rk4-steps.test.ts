import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream, rk4 } from '@noether/numerics';
import { close } from '@noether/testkit';
import { rk4Steps } from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';

const random = randomStream('rk4');
const draw = (shape: number[]): { shape: number[]; data: number[] } => {
  const length = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Array.from({ length }, () => random.normal()) };
};
const x = draw([4, 3]);
const w = draw([3, 3]);

/** dx/dt = tanh(x W), row by row in float64. */
const fieldOf =
  (weights: readonly number[]) =>
  (state: ArrayLike<number>, velocity: Float64Array): void => {
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let i = 0; i < 3; i++) sum += state[i] * weights[3 * i + j];
      velocity[j] = Math.tanh(sum);
    }
  };

/** Σ (every state)² after 1 … 5 steps of 0.2, by numerics. */
function lossOf(states: readonly number[], weights: readonly number[]): number {
  let loss = 0;
  for (let row = 0; row < 4; row++) {
    const path = rk4(fieldOf(weights), states.slice(3 * row, 3 * row + 3), 0.2, 5);
    loss += path.subarray(3).reduce((sum, value) => sum + value * value, 0);
  }
  return loss;
}

test('a batch takes the steps that each row takes by itself in float64', async () => {
  const { y } = await onCpu(
    (tensors) => {
      const field = (states: tf.Tensor2D): tf.Tensor2D =>
        tf.tanh(tf.matMul(states, tensors.w as tf.Tensor2D));
      return { y: tf.concat(rk4Steps(field, tensors.x as tf.Tensor2D, 0.2, 5), 1) };
    },
    { x, w },
  );
  const expected = [0, 1, 2, 3].flatMap((row) =>
    Array.from(rk4(fieldOf(w.data), x.data.slice(3 * row, 3 * row + 3), 0.2, 5).subarray(3)),
  );
  close(y, expected, { atol: 1e-5 });
});

test('gradients by the states and by the weights agree with finite differences', async () => {
  const { dx, dw } = await onCpu(
    (tensors) => {
      const loss = (states: tf.Tensor, weights: tf.Tensor): tf.Scalar => {
        const field = (at: tf.Tensor2D): tf.Tensor2D =>
          tf.tanh(tf.matMul(at, weights as tf.Tensor2D));
        const path = rk4Steps(field, states as tf.Tensor2D, 0.2, 5);
        return tf.sum(tf.square(tf.concat(path, 1)));
      };
      const [byStates, byWeights] = tf.grads(loss)([tensors.x, tensors.w]);
      return { dx: byStates, dw: byWeights };
    },
    { x, w },
  );
  const nudged = (values: readonly number[], at: number, by: number): number[] =>
    values.map((value, index) => (index === at ? value + by : value));
  const h = 1e-5;
  const slopes = (values: readonly number[], loss: (moved: number[]) => number): number[] =>
    values.map((_, at) => (loss(nudged(values, at, h)) - loss(nudged(values, at, -h))) / (2 * h));
  const [expectedX, expectedW] = [
    slopes(x.data, (moved) => lossOf(moved, w.data)),
    slopes(w.data, (moved) => lossOf(x.data, moved)),
  ];
  close(dx, expectedX, { rtol: 1e-4, atol: 1e-4 });
  close(dw, expectedW, { rtol: 1e-4, atol: 1e-4 });
});

test('a negative step goes back; no steps give nothing', async () => {
  const { back } = await onCpu(
    (tensors) => {
      const field = (states: tf.Tensor2D): tf.Tensor2D => tf.neg(states);
      const there = rk4Steps(field, tensors.x as tf.Tensor2D, 0.1, 5);
      assert.equal(rk4Steps(field, there[0], 0.1, 0), []);
      return { back: rk4Steps(field, there[4], -0.1, 5)[4] };
    },
    { x },
  );
  close(back, x.data, { atol: 1e-4 });
});

test.run();
