import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { onnxWasmEngine } from '../../src/index.js';

/**
 * tfjs' own gradients of resizing are wrong for half pixels, for images that are not square and for
 * batches of nearest neighbours, so the compiled ones are held to what a gradient is: ⟨u, R x⟩ =
 * ⟨Rᵀ u, x⟩.
 */
const [BATCH, HEIGHT, WIDTH, CHANNELS] = [2, 5, 3, 2];

for (const name of ['resizeBilinear', 'resizeNearestNeighbor'] as const) {
  for (const [tall, wide] of [
    [4, 7],
    [10, 1],
  ]) {
    for (const how of ['plain', 'alignCorners', 'halfPixelCenters']) {
      test(`${name} to ${tall} × ${wide}, ${how}: the gradient is the adjoint`, async () => {
        const resize = (x: tf.Tensor): tf.Tensor =>
          tf.image[name](
            x as tf.Tensor4D,
            [tall, wide],
            how === 'alignCorners',
            how === 'halfPixelCenters',
          );
        const compiled = await (
          await onnxWasmEngine()
        ).compile(
          ({ x, u }) => ({
            left: tf.sum(tf.mul(u, resize(x))),
            right: tf.sum(tf.mul(x, tf.grad(resize)(x, u))),
          }),
          {
            x: { shape: [BATCH, HEIGHT, WIDTH, CHANNELS] },
            u: { shape: [BATCH, tall, wide, CHANNELS] },
          },
        );
        const random = randomStream(`${name} ${tall} ${how}`);
        const x = random.fillNormal(new Float32Array(BATCH * HEIGHT * WIDTH * CHANNELS));
        const u = random.fillNormal(new Float32Array(BATCH * tall * wide * CHANNELS));
        const into = { left: new Float32Array(1), right: new Float32Array(1) };
        await compiled.run({ x, u }, into);
        await compiled.dispose();
        assert.ok(Math.abs(into.left[0]) > 0.1, 'the products are not zero');
        assert.ok(
          Math.abs(into.left[0] - into.right[0]) < 1e-4,
          `${into.left[0]}, ${into.right[0]}`,
        );
      });
    }
  }
}

test.run();
