import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { onnxNativeEngine, onnxWasmEngine, tfjsEngine } from '../../src/index.js';
import { rejection } from '../support/rejection.js';

const engines = {
  'onnx-native': () => onnxNativeEngine({ threads: 1 }),
  'onnx-wasm': onnxWasmEngine,
  'tfjs cpu': () => tfjsEngine('cpu'),
};

for (const [name, load] of Object.entries(engines)) {
  const compile = async () =>
    (await load()).compile(
      ({ x, rows }) => ({ y: tf.gather(x, rows as tf.Tensor1D), positive: tf.greater(x, 0) }),
      { x: { shape: [3, 2] }, rows: { shape: [2], type: 'int32' } },
    );
  const x = Float32Array.of(1, -2, 3, -4, 5, -6);
  const rows = Int32Array.of(2, 0);

  test(`${name}: arrays go in and out, booleans as zeros and ones`, async () => {
    const compiled = await compile();
    assert.equal({ ...compiled.outputs }, { y: [2, 2], positive: [3, 2] });
    const whole = new Float32Array(12);
    const into = { y: whole.subarray(2, 6), positive: whole.subarray(6) };
    await compiled.run({ x, rows }, into);
    assert.equal([...whole], [0, 0, 5, -6, 1, -2, 1, 0, 1, 0, 1, 0]);
    await compiled.dispose();
  });

  test(`${name}: an array may serve two inputs of different shapes`, async () => {
    const compiled = await (
      await load()
    ).compile(({ a, b }) => ({ y: tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D) }), {
      a: { shape: [2, 3] },
      b: { shape: [3, 2] },
    });
    const y = new Float32Array(4);
    await compiled.run({ a: x, b: x }, { y });
    // [1 −2 3; −4 5 −6] · [1 −2; 3 −4; 5 −6]
    assert.equal([...y], [10, -12, -19, 24]);
    await compiled.dispose();
  });

  test(`${name}: other shapes, names and types are refused with the input's name`, async () => {
    const compiled = await compile();
    const refused = async (
      code: string,
      argument: string,
      arrays: Record<string, Float32Array | Int32Array>,
      into: Record<string, Float32Array> = {},
    ): Promise<void> => {
      const error = await rejection(() => compiled.run(arrays, into));
      assert.is(error.code, code, error.message);
      assert.is(error.argument, argument);
    };
    await refused('shape-changed', 'x', { x: new Float32Array(4), rows });
    await refused('missing-input', 'rows', { x });
    await refused('unknown-port', 'z', { x, rows, z: x });
    await refused('wrong-type', 'rows', { x, rows: Float32Array.of(0, 1) });
    await refused('unknown-port', 'loss', { x, rows }, { loss: new Float32Array(1) });
    await refused('shape-changed', 'y', { x, rows }, { y: new Float32Array(5) });
    await compiled.dispose();
  });
}

test.run();
