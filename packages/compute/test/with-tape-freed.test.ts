import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import {
  createTrainer,
  onnxNativeEngine,
  tfjsEngine,
  withGradient,
  type Program,
  type TensorFunction,
} from '../src/index.js';
import { rejection } from './support/rejection.js';
import { rivals } from './support/small-programs.js';

const engines = { 'onnx-native': () => onnxNativeEngine({ threads: 1 }), 'tfjs cpu': tfjsEngine };

/** Some products, all of which tfjs keeps the factors of. */
const products = (x: tf.Tensor): tf.Tensor => tf.mul(tf.mul(tf.square(x), tf.exp(x)), tf.sin(x));

const refuse = (): never => {
  throw new TypeError('no more');
};

const failing: Readonly<Record<string, TensorFunction>> = {
  'an error of the function itself': ({ x }) => ({
    y: tf.grad((z) => tf.add(products(z), refuse()))(x),
  }),
  'an error of an operation': ({ x }) => ({
    y: tf.grad((z) => tf.matMul(products(z), tf.ones([7, 7])))(x),
  }),
  'an error on the way back': ({ x }) => {
    const cut = tf.customGrad(((z: tf.Tensor) => ({
      value: products(z),
      gradFunc: refuse,
    })) as never);
    return { y: tf.grad((z) => products((cut as typeof products)(products(z))))(x) };
  },
  'an error in a function with a gradient of its own': ({ x }) => {
    const own = withGradient((z: tf.Tensor) => tf.add(products(z), refuse()), refuse);
    return { y: tf.grad((z) => own(products(z)))(x) };
  },
  'an error in the second of two gradients': ({ x }) => ({
    y: tf.grad((z) => tf.mul(tf.grad(products)(z), products(refuse())))(x),
  }),
  'an output that the input does not reach': ({ x }) => ({
    y: tf.grad(() => products(tf.ones([2, 3])))(x),
  }),
};

for (const [name, load] of Object.entries(engines)) {
  for (const [what, run] of Object.entries(failing)) {
    test(`${name}: ${what} leaves no tensor behind, and the next gradient is right`, async () => {
      const engine = await load();
      const inputs = { x: { shape: [2, 3] } };
      const before = tf.memory().numTensors;
      let failed = false;
      await engine.compile(run, inputs).catch(() => (failed = true));
      assert.ok(failed);
      assert.is(tf.memory().numTensors - before, 0);
      const square = await engine.compile(({ x }) => ({ y: tf.grad(tf.square)(x) }), inputs);
      const y = new Float32Array(6);
      await square.run({ x: Float32Array.of(1, 2, 3, 4, 5, 6) }, { y });
      assert.equal([...y], [2, 4, 6, 8, 10, 12]);
      await square.dispose();
      assert.is(tf.memory().numTensors - before, 0);
    });
  }

  test(`${name}: a program with a parameter that its loss does not use leaves no tensor behind`, async () => {
    const engine = await load();
    const unused: Program = {
      ...rivals,
      parameters: {
        ...rivals.parameters,
        'b.more': { shape: [1], initial: () => new Float32Array(1) },
      },
    };
    const optimisers = { a: { learningRate: 1 }, b: { learningRate: 1 } };
    const random = randomStream(1);
    const before = tf.memory().numTensors;
    const error = await rejection(() => createTrainer(unused, { engine, random, optimisers }));
    assert.is(error.code, 'invalid-program');
    assert.is(tf.memory().numTensors - before, 0);
  });
}

test('the gradient that a caller is taking keeps what it needs', async () => {
  const engine = await tfjsEngine();
  const failures: Promise<unknown>[] = [];
  const slope = tf.grad((x) => {
    const y = tf.square(x);
    const compiled = engine.compile(failing['an error of an operation'], { x: { shape: [2, 3] } });
    failures.push(compiled.catch((cause: unknown) => cause));
    return y;
  });
  const x = tf.scalar(3);
  const result = slope(x);
  assert.is(result.dataSync()[0], 6);
  assert.instance(await failures[0], Error);
  tf.dispose([x, result]);
});

test.run();
