import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { fastestEngine, selectEngine, type EngineTiming } from '../../src/index.js';
import { rejection } from '../support/rejection.js';
import { regression } from '../support/small-programs.js';

test('the engine with the shortest time is taken, and every time is told', async () => {
  const timings: EngineTiming[] = [];
  const tensors = tf.memory().numTensors;
  const engine = await fastestEngine(regression, (timing) => timings.push(timing));
  const times = timings.flatMap(({ milliseconds }) =>
    milliseconds === null ? [] : [milliseconds],
  );
  assert.ok(times.every((time) => time > 0));
  const best = timings.find(({ milliseconds }) => milliseconds === Math.min(...times));
  assert.ok(best?.name.startsWith(engine.name), `${best?.name} and ${engine.name}`);
  for (const name of ['onnx-native', 'onnx-wasm']) {
    assert.ok(timings.some((timing) => timing.name === name && timing.problem === null));
  }
  for (const { milliseconds, problem } of timings) {
    assert.is(milliseconds === null, problem !== null);
  }
  assert.is(tf.memory().numTensors, tensors);
});

test('by name, the choice falls with the first function and stays', async () => {
  const engine = await selectEngine('fastest');
  assert.is(engine.name, 'fastest');
  for (const width of [2, 3]) {
    const inputs = { x: { shape: [width] }, rows: { shape: [1], type: 'int32' } } as const;
    const compiled = await engine.compile(
      ({ x, rows }) => ({ y: tf.gather(tf.mul(x, 2), rows as tf.Tensor1D) }),
      inputs,
    );
    const y = new Float32Array(1);
    const x = Float32Array.from({ length: width }, (_, index) => index + 1);
    await compiled.run({ x, rows: Int32Array.of(width - 1) }, { y });
    assert.equal([...y], [2 * width]);
    await compiled.dispose();
  }
  assert.not.equal(engine.name, 'fastest');
  assert.match(engine.description, /^(onnx|tfjs)/);
});

test('a function that no engine can run says why', async () => {
  const engine = await selectEngine('fastest');
  const error = await rejection(() =>
    engine.compile(({ x }) => ({ y: tf.matMul(x as tf.Tensor2D, x as tf.Tensor2D) }), {
      x: { shape: [2, 3] },
    }),
  );
  assert.is(error.code, 'engine-unavailable');
  assert.match(error.message, /matMul/);
});

test.run();
