import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { onnxWasmEngine } from '../../src/index.js';

const SHAPE = [2, 5, 4, 3];

/** tfjs' own gradient is wrong at a padded border: ⟨u, A x⟩ = ⟨Aᵀ u, x⟩ holds for the right one. */
for (const pad of ['same', 'valid', 1] as const) {
  for (const stride of [1, 2, 3]) {
    test(`avgPool of 2 × 3, stride ${stride}, padding ${pad}: the gradient is the adjoint`, async () => {
      const pool = (x: tf.Tensor): tf.Tensor =>
        tf.avgPool(x as tf.Tensor4D, [2, 3], stride, pad, pad === 1 ? 'floor' : undefined);
      const [batch, tall, wide, channels] = tf.tidy(() => pool(tf.zeros(SHAPE)).shape);
      const upstream = [batch, tall, wide, channels];
      const compiled = await (
        await onnxWasmEngine()
      ).compile(
        ({ x, u }) => ({
          left: tf.sum(tf.mul(u, pool(x))),
          right: tf.sum(tf.mul(x, tf.grad(pool)(x, u))),
        }),
        { x: { shape: SHAPE }, u: { shape: upstream } },
      );
      const random = randomStream(`${pad} ${stride}`);
      const x = random.fillNormal(new Float32Array(sizeOf(SHAPE)));
      const u = random.fillNormal(new Float32Array(sizeOf(upstream)));
      const into = { left: new Float32Array(1), right: new Float32Array(1) };
      await compiled.run({ x, u }, into);
      await compiled.dispose();
      assert.ok(Math.abs(into.left[0]) > 0.01, 'the products are not zero');
      assert.ok(Math.abs(into.left[0] - into.right[0]) < 1e-5, `${into.left[0]}, ${into.right[0]}`);
    });
  }
}

test.run();
