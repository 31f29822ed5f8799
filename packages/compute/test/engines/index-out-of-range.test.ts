import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import {
  onnxNativeEngine,
  onnxWasmEngine,
  tfjsEngine,
  type TensorFunction,
} from '../../src/index.js';
import { rejection } from '../support/rejection.js';

const engines = {
  'onnx-native': () => onnxNativeEngine({ threads: 1 }),
  'onnx-wasm': onnxWasmEngine,
  'tfjs cpu': () => tfjsEngine('cpu'),
};

const operations: Readonly<Record<string, TensorFunction>> = {
  gather: ({ x, rows }) => ({ y: tf.gather(x, rows as tf.Tensor1D) }),
  'gather of batches': ({ x, rows }) => ({
    y: tf.gather(tf.reshape(x, [1, 3, 2]), tf.reshape(rows, [1, 2]) as never, 1, 1),
  }),
  'the gradient of gather': ({ x, rows }) => ({
    y: tf.grad((z) => tf.square(tf.gather(z, rows as tf.Tensor1D)))(x),
  }),
  gatherND: ({ x, rows }) => ({ y: tf.gatherND(x, tf.reshape(rows, [2, 1])) }),
  scatterND: ({ x, rows }) => ({
    y: tf.scatterND(tf.reshape(rows, [2, 1]), tf.slice(x, 0, 2), [3, 2]),
  }),
};

const inputs = { x: { shape: [3, 2] }, rows: { shape: [2], type: 'int32' } } as const;
const x = Float32Array.of(1, 2, 3, 4, 5, 6);

for (const [name, load] of Object.entries(engines)) {
  for (const [operation, run] of Object.entries(operations)) {
    test(`${name}: an index of ${operation} that is out of range is told, and the next step is right`, async () => {
      const compiled = await (await load()).compile(run, inputs);
      const y = new Float32Array(compiled.outputs.y.reduce((size, extent) => size * extent, 1));
      for (const index of [3, 7, -1, -3]) {
        const rows = Int32Array.of(1, index);
        const error = await rejection(() => compiled.run({ x, rows }, { y }));
        assert.equal(
          [error.code, error.argument, error.value],
          ['index-out-of-range', 'indices', index],
        );
        assert.match(
          error.message,
          new RegExp(`^The index ${index} is outside of the tensor\\. Indices .* count from 0 to`),
        );
      }
      await compiled.run({ x, rows: Int32Array.of(1, 2) }, { y });
      assert.ok(y.some((value) => value >= 4));
      await compiled.dispose();
    });
  }

  test(`${name}: a negative index that is part of the function is refused`, async () => {
    const engine = await load();
    const last: TensorFunction = (given) => ({ y: tf.gather(given.x, [0, -1]) });
    const error = await rejection(() => engine.compile(last, { x: { shape: [3, 2] } }));
    assert.is(error.code, 'trace-failed');
    assert.match(error.message, /index( value)? -1 is/);
  });
}

test('onnxruntime does not print what it fails with', () => {
  const program = `
    import * as tf from '@tensorflow/tfjs';
    import { onnxNativeEngine, onnxWasmEngine } from '${new URL('../../src/index.ts', import.meta.url).href}';
    for (const load of [onnxNativeEngine, onnxWasmEngine]) {
      const inputs = { x: { shape: [3] }, rows: { shape: [1], type: 'int32' } };
      const compiled = await (await load()).compile(({ x, rows }) => ({ y: tf.gather(x, rows) }), inputs);
      const failed = await compiled
        .run({ x: new Float32Array(3), rows: Int32Array.of(5) }, { y: new Float32Array(1) })
        .catch((error) => error.code);
      console.log(failed);
    }`;
  const options = ['--no-warnings', '--conditions=@noether/source', '--import'];
  const register = new URL('../../../../tools/ts-register.mjs', import.meta.url).href;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...options, register, '--input-type=module', '--eval', program],
    { cwd: new URL('../../', import.meta.url), encoding: 'utf8' },
  );
  assert.equal(stdout.trim().split('\n'), ['index-out-of-range', 'index-out-of-range']);
  assert.is(stderr, '');
});

test.run();
