import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  createTrainer,
  onnxNativeEngine,
  tfjsEngine,
  type Engine,
  type Optimiser,
  type Program,
  type Trainer,
} from '../src/index.js';
import { rejection } from './support/rejection.js';
import { regression, rivals } from './support/small-programs.js';

const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  'onnx-native': () => onnxNativeEngine({ threads: 1 }),
  'tfjs cpu': () => tfjsEngine('cpu'),
};
const x = Float32Array.of(0.5, -0.3);
const trainRivals = async (
  engine: Engine,
  optimisers: Readonly<Record<string, Optimiser>>,
): Promise<Trainer> => createTrainer(rivals, { engine, random: randomStream(1), optimisers });

for (const [name, load] of Object.entries(engines)) {
  test(`${name}: each group follows its own rule, schedule and limit`, async () => {
    const trainer = await trainRivals(await load(), {
      a: { kind: 'sgd', learningRate: 0.1, schedule: { kind: 'warm-up', steps: 2 } },
      b: { kind: 'sgd', learningRate: 0.2, clipNorm: 0.5 },
    });
    let a = [0.7, -1.2];
    let b = [0.4, 0.9];
    for (const factor of [0.5, 1, 1]) {
      // ∂La/∂a = 2ab + cos a; ∂Lb/∂b = 2a(ab − 1) + x
      const da = a.map((value, i) => 2 * value * b[i] + Math.cos(value));
      const db = b.map((value, i) => 2 * a[i] * (a[i] * value - 1) + x[i]);
      const clip = Math.min(1, 0.5 / (Math.hypot(...db) + 1e-6));
      a = a.map((value, i) => value - 0.1 * factor * da[i]);
      b = b.map((value, i) => value - 0.2 * clip * db[i]);
      await trainer.step({ x });
      close(trainer.parameters['a.values'], a, { rtol: 1e-5 });
      close(trainer.parameters['b.values'], b, { rtol: 1e-5 });
    }
    await trainer.dispose();
  });

  test(`${name}: a checkpoint holds the state of each optimiser`, async () => {
    const engine = await load();
    const optimisers = {
      a: { kind: 'sgd', learningRate: 0.05, momentum: 0.9, nesterov: true },
      b: { kind: 'adamw', learningRate: 0.05, schedule: { kind: 'cosine', steps: 6 } },
    } as const;
    const whole = await trainRivals(engine, optimisers);
    for (let step = 0; step < 3; step++) await whole.step({ x });
    const saved = whole.save();
    assert.equal(Object.keys(saved).sort(), [
      'mean:b.values',
      'parameter:a.values',
      'parameter:b.values',
      'steps',
      'variance:b.values',
      'velocity:a.values',
    ]);
    const resumed = await trainRivals(engine, optimisers);
    resumed.load(saved);
    for (const trainer of [whole, resumed]) {
      for (let step = 0; step < 3; step++) await trainer.step({ x });
    }
    assert.equal(resumed.save(), whole.save());
    const adam = await trainRivals(engine, { a: { learningRate: 1 }, b: { learningRate: 1 } });
    assert.match((await rejection(() => adam.load(saved))).message, /mean:a.values/);
  });

  test(`${name}: a loss that is no metric stops with step and group`, async () => {
    const silent: Program = {
      ...rivals,
      step: (tensors) => ({ ...rivals.step(tensors), metrics: {} }),
    };
    const optimisers = { a: { learningRate: 0.1 }, b: { learningRate: 0.1 } };
    const options = { engine: await load(), random: randomStream(1), optimisers };
    const trainer = await createTrainer(silent, options);
    assert.equal(await trainer.step({ x }), {});
    const saved = trainer.save();
    const error = await rejection(() => trainer.step({ x: Float32Array.of(0, NaN) }));
    assert.is(error.code, 'not-finite');
    assert.is(error.argument, 'b');
    assert.is(error.value, 2);
    assert.match(error.message, /stopped at step 2: the loss of the group b is NaN\./);
    assert.equal(trainer.save(), saved);
  });

  test(`${name}: a gradient that is not finite is named by its parameter`, async () => {
    const optimisers = { a: { learningRate: 0.1 }, b: { learningRate: 0.1 } };
    const options = { engine: await load(), random: randomStream(1), optimisers };
    const trainer = await createTrainer(rootOfZero, options);
    const saved = trainer.save();
    const error = await rejection(() => trainer.step({ x: Float32Array.of(0, 1) }));
    assert.is(error.code, 'not-finite');
    assert.is(error.argument, 'a.two');
    assert.match(error.message, /stopped at step 1: a gradient of a\.two is (NaN|-?Infinity)\./);
    assert.equal(trainer.save(), saved);
    await trainer.step({ x: Float32Array.of(2, 1) });
    assert.is(trainer.steps, 1);
  });
}

/** The loss Σ √(x a.two) + Σ a.one² is 1 at x = (0, 1), its slope by a.two is infinite times 0. */
const rootOfZero: Program = {
  ...rivals,
  parameters: {
    'a.one': { shape: [2], initial: () => Float32Array.of(0, 0) },
    'a.two': { shape: [2], initial: () => Float32Array.of(1, 1) },
    'b.values': { shape: [2], initial: () => Float32Array.of(1, 1) },
  },
  step: ({ parameters, inputs }) => {
    const roots = tf.sqrt(tf.mul(inputs.x, parameters['a.two']));
    const first = tf.add(tf.sum(roots), tf.sum(tf.square(parameters['a.one']))) as tf.Scalar;
    const second = tf.sum(tf.square(parameters['b.values'])) as tf.Scalar;
    return { losses: { a: first, b: second }, metrics: { first, second }, state: {} };
  },
};

test('numbers without sense are refused before anything is compiled', async () => {
  const engine: Engine = {
    name: 'tfjs',
    description: 'none',
    compile: () => Promise.reject(new Error('compiled')),
  };
  const optimisers = { line: { kind: 'sgd', learningRate: 0.1, momentum: 2 } } as const;
  const error = await rejection(() =>
    createTrainer(regression, { engine, random: randomStream(1), optimisers }),
  );
  assert.is(error.argument, 'optimisers.line.momentum');
});

test.run();
