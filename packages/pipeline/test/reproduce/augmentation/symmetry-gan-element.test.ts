import { test } from 'uvu';
import { selectEngine } from '@noether/compute';
import { windows } from '@noether/datasets';
import { multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';
import { symmetryGanElement } from '../../../src/reproduce/augmentation/symmetry-gan-element.js';
import { circles } from './circles.js';

const engine = await selectEngine('onnx-native');

function element(stretch: number, mask: readonly number[], epochs: number): Promise<Float64Array> {
  const data = windows(circles(400, 'data', stretch), { stride: 4 });
  const context = { random: randomStream(3), observe: () => undefined };
  return symmetryGanElement(data, engine, { mask, epochs, batchSize: 50 }, context);
}

test('the element learned from turning points is a quarter turn, which leaves their cloud as it is', async () => {
  const matrix = await element(1, [1, 1, 1, 1], 400);
  const turn = Math.sign(matrix[2]);
  // Turns keep the cloud, a mirror does not keep its sense, and of the turns a quarter is farthest from the identity.
  close(matrix, [0, -turn, turn, 0], { atol: 0.1 });
});

test('on ellipses it keeps their form S instead of being orthogonal, Wᵀ S W = S', async () => {
  const matrix = await element(2, [1, 1, 1, 1], 400);
  const form = Float64Array.of(4, 0, 0, 1);
  const kept = multiply(multiply(transpose(matrix, 2, 2), form, 2, 2, 2), matrix, 2, 2, 2);
  close(kept, form, { atol: 0.3 });
  close(Math.abs(matrix[2] / matrix[1]), 4, { rtol: 0.1 });
});

test('entries outside of the mask stay 0', async () => {
  const [a, b, c, d] = await element(1, [1, 0, 0, 1], 2);
  close([b, c], [0, 0]);
  if (a === 0 || d === 0) throw new Error('the entries of the mask are learned');
});

test.run();
