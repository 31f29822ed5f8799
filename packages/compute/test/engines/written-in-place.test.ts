import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { onnxNativeEngine } from '../../src/index.js';

const engine = await onnxNativeEngine({ threads: 1 });

test('results are in the arrays that were given, and no copy of them is made', async () => {
  const size = 2 ** 21;
  const compiled = await engine.compile(({ x }) => ({ y: tf.mul(x, 2), z: tf.sum(x) }), {
    x: { shape: [size] },
  });
  const [x, y, z] = [new Float32Array(size).fill(1), new Float32Array(size), new Float32Array(1)];
  await compiled.run({ x }, { y, z });
  const before = process.memoryUsage().arrayBuffers;
  for (let step = 0; step < 5; step++) {
    x.fill(step);
    await compiled.run({ x }, { y, z });
    assert.ok(y.every((value) => value === 2 * step));
    assert.is(z[0], step * size);
  }
  assert.ok(process.memoryUsage().arrayBuffers - before < size);
  await compiled.dispose();
});

test('an error of the run itself comes through', async () => {
  const compiled = await engine.compile(
    ({ x, at }) => ({ y: tf.gather(x, at as tf.Tensor1D), rest: tf.neg(x) }),
    { x: { shape: [3] }, at: { shape: [1], type: 'int32' } },
  );
  const into = { y: new Float32Array(1), rest: new Float32Array(3) };
  const x = Float32Array.of(4, 5, 6);
  await compiled.run({ x, at: Int32Array.of(2) }, into);
  assert.equal([...into.y, ...into.rest], [6, -4, -5, -6]);
  try {
    await compiled.run({ x, at: Int32Array.of(7) }, into);
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, /^The index 7 is outside/);
    assert.match(((error as Error).cause as Error).message, /idx=7 must be within/);
  }
  await compiled.dispose();
});

test.run();
