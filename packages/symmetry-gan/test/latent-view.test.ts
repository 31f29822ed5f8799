import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { close } from '@noether/testkit';
import { latentView, updateScale } from '../src/latent-view.js';
import { computeWith } from './compute-with.js';

/** Two samples of three states in the plane. */
const Z = { shape: [2, 3, 2], data: [1, 2, 4, 6, 4, 7, 0, 0, 1, 0, 1, 2] };
const RMS = Math.sqrt((9 + 16 + 0 + 1 + 1 + 0 + 0 + 4) / 8);

test('states are shown side by side', async () => {
  const { view } = await computeWith(
    ({ z, scale }) => ({ view: latentView('states', z as tf.Tensor3D, scale) }),
    { z: Z, scale: { shape: [1], data: [2] } },
  );
  assert.equal(view, Z.data);
});

test('displacements follow the first state, divided by the scale', async () => {
  const { view } = await computeWith(
    ({ z, scale }) => ({ view: latentView('displacements', z as tf.Tensor3D, scale) }),
    { z: Z, scale: { shape: [1], data: [2] } },
  );
  assert.equal(view, [1, 2, 1.5, 2, 0, 0.5, 0, 0, 0.5, 0, 0, 1]);
});

test('a single state is shown as it is, whatever the view', async () => {
  const { view } = await computeWith(
    ({ z, scale }) => ({ view: latentView('displacements', z as tf.Tensor3D, scale) }),
    { z: { shape: [2, 1, 2], data: [1, 2, 3, 4] }, scale: { shape: [1], data: [0] } },
  );
  assert.equal(view, [1, 2, 3, 4]);
});

test('the scale is the RMS displacement at first, then a running mean without a gradient', async () => {
  const { first, next, gradient } = await computeWith(
    ({ z, zero, one }) => ({
      first: updateScale(zero, z as tf.Tensor3D),
      next: updateScale(one, z as tf.Tensor3D),
      gradient: tf.grad((x) => tf.sum(updateScale(one, x as tf.Tensor3D)))(z),
    }),
    { z: Z, zero: { shape: [1], data: [0] }, one: { shape: [1], data: [1] } },
  );
  close(first, [RMS], { rtol: 1e-6 });
  close(next, [0.98 + 0.02 * RMS], { rtol: 1e-6 });
  assert.equal(
    gradient,
    Z.data.map(() => 0),
  );
});

test.run();
