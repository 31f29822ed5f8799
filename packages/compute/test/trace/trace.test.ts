import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { leakFree } from '@noether/testkit';
import { trace, type TensorFunction } from '../../src/index.js';
import { rejection } from '../support/rejection.js';

const inputs = { x: { shape: [2, 3] } };
const outside = tf.tensor1d([1, 2, 3]);

const failing: readonly (readonly [string, string, RegExp, TensorFunction])[] = [
  ['dataSync', 'read-in-trace', /value was read/, ({ x }) => ({ y: tf.scalar(x.dataSync()[0]) })],
  ['arraySync', 'read-in-trace', /value was read/, ({ x }) => ({ y: tf.tensor(x.arraySync()) })],
  ['print', 'read-in-trace', /value was read/, ({ x }) => (x.print(), { y: x })],
  [
    'an unknown operation',
    'unknown-operation',
    /Bincount.*x int32 \[2, 3\]/,
    ({ x }) => ({ y: tf.bincount(tf.cast(x, 'int32').flatten().reshape([2, 3]) as never, [], 3) }),
  ],
  [
    'a tensor from outside',
    'foreign-tensor',
    /Input b of Add is a tensor from outside/,
    ({ x }) => ({ y: tf.add(x, outside) }),
  ],
  [
    'an output from outside',
    'foreign-tensor',
    /Output y is a tensor from outside/,
    () => ({ y: outside }),
  ],
  [
    'strings',
    'trace-failed',
    /Tracing Tile \(x float32 \[2, 3\]\) failed at .*: /,
    ({ x }) => ({ y: tf.tidy(() => tf.engine().runKernel('Tile', { x }, {} as never)) }),
  ],
];

for (const [what, code, message, run] of failing) {
  test(`${what} fails with ${code}, and tfjs is left as it was`, async () => {
    const backend = tf.getBackend();
    const tensors = tf.memory().numTensors;
    const error = await rejection(() => trace(run, inputs));
    assert.is(error.code, code);
    assert.match(error.message, message);
    assert.is(tf.getBackend(), backend);
    assert.is(tf.memory().numTensors, tensors);
    assert.equal([...tf.add(outside, 1).dataSync()], [2, 3, 4]);
  });
}

test('a variable is a tensor from outside', async () => {
  const weight = tf.variable(tf.ones([3]));
  const error = await rejection(() => trace(({ x }) => ({ y: tf.mul(x, weight) }), inputs));
  assert.is(error.code, 'foreign-tensor');
  weight.dispose();
});

test('random numbers drawn inside are drawn once: they are constants of the graph', () => {
  const graph = trace(({ x }) => ({ y: tf.mul(x, tf.randomNormal([2, 3])) }), inputs);
  assert.is(graph.constants.size, 1);
});

test('a trace leaves no tensor behind and the back-end as it was', async () => {
  const backend = tf.getBackend();
  const step: TensorFunction = ({ x }) => {
    const loss = (w: tf.Tensor): tf.Scalar => tf.sum(tf.square(tf.matMul(x as never, w as never)));
    return { gradient: tf.grad(loss)(tf.ones([3, 2])) };
  };
  await leakFree(
    () => void trace(step, inputs),
    () => tf.memory().numTensors,
  );
  assert.is(tf.getBackend(), backend);
});

test('an error of the function itself comes through unchanged', () => {
  const own = new Error('mine');
  const tensors = tf.memory().numTensors;
  try {
    trace(() => {
      throw own;
    }, inputs);
    assert.unreachable();
  } catch (error) {
    assert.is(error, own);
  }
  assert.is(tf.memory().numTensors, tensors);
});

test('shapes, types and names of the graph are those of the function', () => {
  const graph = trace(
    ({ x, rows }) => ({ 'a:b': tf.gather(x, rows as tf.Tensor1D), any: tf.any(tf.less(x, 0)) }),
    { ...inputs, rows: { shape: [4], type: 'int32' } },
  );
  assert.equal(graph.inputs, [
    { name: 'x', type: 'float32', shape: [2, 3] },
    { name: 'rows', type: 'int32', shape: [4] },
  ]);
  assert.equal(graph.outputs, [
    { name: 'out:a:b', type: 'float32', shape: [4, 3] },
    { name: 'out:any', type: 'bool', shape: [] },
  ]);
});

test.run();
