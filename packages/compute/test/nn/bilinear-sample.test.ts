import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { close } from '@noether/testkit';
import { bilinearSample, dropout } from '../../src/index.js';
import { onCpu } from '../support/on-cpu.js';
import { rejection } from '../support/rejection.js';

/** Two images of 3 × 4 pixels, one channel: 1 + 2r − 3c + rc/2, and ten times as much. */
const plane = (r: number, c: number): number => 1 + 2 * r - 3 * c + 0.5 * r * c;
const pixels = Array.from({ length: 12 }, (_, at) => plane(Math.floor(at / 4), at % 4));
const images = { shape: [2, 3, 4, 1], data: [...pixels, ...pixels.map((value) => 10 * value)] };
const at = [0.25, 1.5, 1.75, 2.9, 2, 3, 0, 0, -4, 1.25, 1.5, 7];
const places = { shape: [2, 6, 2], data: [...at, ...at] };

test('a bilinear function is read exactly; outside, the border', async () => {
  const { y } = await onCpu(
    (tensors) => ({
      y: bilinearSample(tensors.images as tf.Tensor4D, tensors.places as tf.Tensor3D),
    }),
    { images, places },
  );
  const wanted = [[0.25, 1.5], [1.75, 2.9], [2, 3], [0, 0], [0, 1.25], [1.5, 3]].map(([r, c]) => plane(r, c)); // prettier-ignore
  close(y, [...wanted, ...wanted.map((value) => 10 * value)], { rtol: 1e-5 });
});

test('the gradient by the places is the slope of the image, and zero outside', async () => {
  const { slope } = await onCpu(
    (tensors) => ({
      slope: tf.grad((value) =>
        bilinearSample(tensors.images as tf.Tensor4D, value as tf.Tensor3D),
      )(tensors.places),
    }),
    { images, places: { shape: [2, 2, 2], data: [0.25, 1.5, -4, 1.25, 0.25, 1.5, 1.75, 9] } },
  );
  const [down, right] = [2 + 0.75, -3 + 0.125];
  close(slope, [down, right, 0, -3, 10 * down, 10 * right, 10 * (2 + 1.5), 0], { atol: 1e-5 });
});

test('images of a single pixel have one value everywhere, and no slope', async () => {
  const { y, slope } = await onCpu(
    (tensors) => ({
      y: bilinearSample(tensors.images as tf.Tensor4D, tensors.places as tf.Tensor3D),
      slope: tf.grad((value) =>
        bilinearSample(tensors.images as tf.Tensor4D, value as tf.Tensor3D),
      )(tensors.places),
    }),
    {
      images: { shape: [1, 1, 1, 2], data: [3, 4] },
      places: { shape: [1, 2, 2], data: [0, 0, 2.5, -1] },
    },
  );
  close(y, [3, 4, 3, 4]);
  close(slope, [0, 0, 0, 0]);
});

test('places of another shape are refused', async () => {
  const { message } = await rejection(() =>
    onCpu(
      (tensors) => ({
        y: bilinearSample(tensors.images as tf.Tensor4D, tensors.places as tf.Tensor3D),
      }),
      { images, places: { shape: [1, 6, 2], data: at } },
    ),
  );
  assert.match(message, /^places is .*must be 2 \(the number of images\) × count × 2/);
});

test('dropout leaves out what lies below the rate and keeps the mean', async () => {
  const { y } = await onCpu((tensors) => ({ y: dropout(tensors.x, tensors.noise, 0.5) }), {
    x: { shape: [4], data: [1, 2, 3, 4] },
    noise: { shape: [4], data: [0.49, 0.5, 0.99, 0] },
  });
  close(y, [0, 4, 6, 0]);
  const { message } = await rejection(() => dropout(tf.scalar(1), tf.scalar(1), 1));
  assert.match(message, /^rate is 1; it must be at least 0 and less than 1/);
});

test.run();
