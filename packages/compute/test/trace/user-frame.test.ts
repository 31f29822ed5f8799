import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { dense, tfjsEngine, trace, type TensorFunction } from '../../src/index.js';
import { userFrame } from '../../src/trace/user-frame.js';
import { rejection } from '../support/rejection.js';

const inputs = { x: { shape: [2, 3] } };
const outside = tf.tensor1d([1, 2, 3]);
const matrix = (x: tf.Tensor): tf.Tensor2D => x as tf.Tensor2D;

/** The line of this file in a message, in the text that was read or in what it was compiled to. */
const HERE = /user-frame\.test\.ts:\d+:\d+/;

const failing: readonly (readonly [string, RegExp, TensorFunction])[] = [
  [
    'a product of matrices that do not fit',
    /BatchMatMul \(a float32 \[2, 3\]; b float32 \[2, 3\]\).*inner extents are 3 and 2/,
    ({ x }) => ({ y: tf.matMul(matrix(x), matrix(x)) }),
  ],
  [
    'a sum of shapes that do not fit',
    /Add \(a float32 \[2, 3\]; b float32 \[4\]\).*extents 3 and 4/,
    ({ x }) => ({ y: tf.add(x, tf.ones([4])) }),
  ],
  [
    'a reshape to another size',
    /Reshape \(x float32 \[2, 3\]\).*6 values do not fill \[7\]/,
    ({ x }) => ({ y: tf.reshape(x, [7]) }),
  ],
  [
    'a reshape with an extent left open',
    /Reshape \(x float32 \[2, 3\]\).*6 values do not fill \[4, -1\]/,
    ({ x }) => ({ y: tf.reshape(x, [4, -1]) }),
  ],
  [
    'a concatenation of other widths',
    /Concat \(.*\[2, 3\]; .*\[2, 2\]\).*\[·, 3\] and \[·, 2\] do not fit together along axis 0/,
    ({ x }) => ({ y: tf.concat([x, tf.ones([2, 2])], 0) }),
  ],
  [
    'a slice beyond the end',
    /Slice \(x float32 \[2, 3\]\).*2 to 5 does not lie in the 3 entries of axis 1/,
    ({ x }) => ({ y: tf.slice(x, [0, 2], [2, 3]) }),
  ],
  [
    'a transposition that names an axis twice',
    /Transpose \(x float32 \[2, 3\]\).*\[0, 0\] does not name every axis once/,
    ({ x }) => ({ y: tf.transpose(x, [0, 0]) }),
  ],
  [
    'what tfjs itself finds wrong',
    /The operation conv2d failed at .*depth of input \(1\) must match input depth for filter 4/,
    ({ x }) => ({
      y: tf.conv2d(tf.reshape(x, [1, 2, 3, 1]) as tf.Tensor4D, tf.ones([2, 2, 4, 1]), 1, 'same'),
    }),
  ],
  [
    'a value that is read',
    /read while.* at .*the \[2, 3\] that Mul made/,
    ({ x }) => ({ y: tf.scalar(tf.mul(x, 3).dataSync()[0]) }),
  ],
  [
    'an operation that cannot be compiled',
    /Bincount \(x int32 \[6\]; .*called at/,
    ({ x }) => ({ y: tf.bincount(tf.cast(tf.reshape(x, [6]), 'int32') as tf.Tensor1D, [], 3) }),
  ],
  ['a tensor from outside', /Input b of Add .*\[3\] at/, ({ x }) => ({ y: tf.add(x, outside) })],
  [
    'a gradient that tfjs does not have',
    /tfjs failed in the gradient taken at .*not found for Cumprod/,
    ({ x }) => ({ y: tf.grad((z: tf.Tensor) => tf.sum(tf.cumprod(z)))(x) }),
  ],
  [
    'the gradient of einsum, which tfjs does not have',
    /failed in the gradient taken at .*not found for Einsum/,
    ({ x }) => ({
      y: tf.grad((z: tf.Tensor) => tf.sum(tf.einsum('ij,kj->ik', z, z)))(x),
    }),
  ],
  [
    'a layer of ours on a wrong input',
    /BatchMatMul.*inner extents are 3 and 4/,
    ({ x }) => {
      const layer = dense('d', 4, 2);
      const zeros = Object.fromEntries(
        Object.entries(layer.parameters).map(([name, { shape }]) => [name, tf.zeros([...shape])]),
      );
      const scope = { parameters: zeros, state: {}, nextState: {}, training: true };
      return { y: layer.apply(matrix(x), scope) };
    },
  ],
];

for (const [what, message, run] of failing) {
  test(`${what}: the operation, its shapes and the line of the caller`, async () => {
    const error = await rejection(() => trace(run, inputs));
    assert.match(error.message, message);
    assert.match(error.message, HERE);
    assert.not.match(error.message, /node_modules/);
  });
}

test('the eager engine names the line too', async () => {
  const engine = await tfjsEngine('cpu');
  const error = await rejection(() =>
    engine.compile(({ x }) => ({ y: tf.reshape(x, [7]) }), inputs),
  );
  assert.match(error.message, HERE);
});

test('an error of the function itself comes through, and the length of stacks is as before', () => {
  const limit = Error.stackTraceLimit;
  const own = new TypeError('mine');
  assert.throws(
    () =>
      trace(() => {
        throw own;
      }, inputs),
    (error: unknown) => error === own,
  );
  assert.is(Error.stackTraceLimit, limit);
});

for (const [browser, stack, place] of [
  [
    'Chrome',
    'Error: x\n    at step (https://a.org/app.js:10:5)\n    at https://b.org/c.js:1:2',
    'https://a.org/app.js:10:5',
  ],
  [
    'Firefox',
    'step@https://a.org/app.js:10:5\n@https://b.org/c.js:1:2',
    'https://a.org/app.js:10:5',
  ],
  [
    'Node',
    'Error: x\n    at node:internal/a:1:1\n    at file:///home/u/my step.mjs:3:4',
    '/home/u/my step.mjs:3:4',
  ],
  [
    'tfjs first',
    'Error\n    at add__op (/a/node_modules/@tensorflow/tfjs-core/dist/x.js:1:1)\n    at f (/b/c.js:2:3)',
    '/b/c.js:2:3',
  ],
] as const) {
  test(`the stack of ${browser} is read`, () => {
    assert.is(userFrame(stack), ` at ${place}`);
  });
}

test('a stack without lines of the user names none', () => {
  assert.is(userFrame('Error: x\n    at node:internal/a:1:1'), '');
  assert.is(userFrame(undefined), '');
});

test.run();
