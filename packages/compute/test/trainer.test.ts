import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  createTrainer,
  decodeCheckpoint,
  encodeCheckpoint,
  onnxNativeEngine,
  onnxWasmEngine,
  tfjsEngine,
  type Engine,
  type Program,
  type Trainer,
} from '../src/index.js';
import { rejection } from './support/rejection.js';
import { regression, rivals } from './support/small-programs.js';

const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  'onnx-native': () => onnxNativeEngine({ threads: 2 }),
  'onnx-wasm': onnxWasmEngine,
  'tfjs cpu': () => tfjsEngine('cpu'),
};
const optimisers = { line: { learningRate: 0.05 } };

/** Four points on y = 2x₀ − 3x₁ + 0.5, another four for each seed. */
function batch(seed: number): { x: Float32Array; y: Float32Array } {
  const x = randomStream(`batch ${seed}`).fillNormal(new Float32Array(8));
  const y = Float32Array.from({ length: 4 }, (_, row) => 2 * x[2 * row] - 3 * x[2 * row + 1] + 0.5);
  return { x, y };
}

const create = (engine: Engine, seed: number, program: Program = regression): Promise<Trainer> =>
  createTrainer(program, { engine, random: randomStream(seed), optimisers });

async function advance(trainer: Trainer, from: number, to: number): Promise<void> {
  for (let step = from; step < to; step++) await trainer.step(batch(step));
}

for (const [name, load] of Object.entries(engines)) {
  test(`${name}: finds the line`, async () => {
    const trainer = await create(await load(), 1);
    await advance(trainer, 0, 400);
    close(trainer.parameters['line.weight'], [2, -3], { atol: 0.02 });
    close(trainer.parameters['line.bias'], [0.5], { atol: 0.02 });
    assert.is(trainer.steps, 400);
    await trainer.dispose();
  });

  test(`${name}: state is carried from step to step`, async () => {
    const trainer = await create(await load(), 1);
    const counts: number[] = [];
    let average = [0, 0];
    for (let step = 0; step < 3; step++) {
      const { x, y } = batch(step);
      const { count } = await trainer.step({ x, y });
      counts.push(count);
      average = average.map(
        (old, column) => old / 2 + (x[column] + x[2 + column] + x[4 + column] + x[6 + column]) / 8,
      );
    }
    assert.equal(counts, [10, 11, 12]);
    assert.is(trainer.state.count[0], 13);
    close(trainer.state.average, average, { rtol: 1e-5, atol: 1e-6 });
    await trainer.dispose();
  });

  test(`${name}: a checkpoint continues bit by bit`, async () => {
    const engine = await load();
    const whole = await create(engine, 1);
    await advance(whole, 0, 6);
    const stopped = await create(engine, 1);
    await advance(stopped, 0, 3);
    const file = await encodeCheckpoint({ tensors: stopped.save(), metadata: {} });
    await advance(stopped, 3, 5);
    const resumed = await create(engine, 99);
    resumed.load((await decodeCheckpoint(file)).tensors);
    assert.is(resumed.steps, 3);
    await advance(resumed, 3, 6);
    assert.equal(resumed.save(), whole.save());
    await Promise.all([whole, stopped, resumed].map((trainer) => trainer.dispose()));
  });

  test(`${name}: no tensor is left behind`, async () => {
    const engine = await load();
    const before = tf.memory().numTensors;
    const trainer = await create(engine, 1);
    await advance(trainer, 0, 3);
    await trainer.dispose();
    assert.is(tf.memory().numTensors, before);
  });

  test(`${name}: not-a-number stops with step and term, and changes nothing`, async () => {
    const trainer = await create(await load(), 1);
    await advance(trainer, 0, 2);
    const saved = trainer.save();
    const { x, y } = batch(2);
    y[1] = NaN;
    const error = await rejection(() => trainer.step({ x, y }));
    assert.is(error.code, 'not-finite');
    assert.is(error.argument, 'loss');
    assert.is(error.value, 3);
    assert.match(error.message, /stopped at step 3: loss is NaN/);
    assert.equal(trainer.save(), saved);
    await trainer.dispose();
  });

  test(`${name}: a wrong batch is refused, and the next right one is taken`, async () => {
    const trainer = await create(await load(), 1);
    const { x, y } = batch(0);
    const refused = async (
      code: string,
      argument: string,
      text: RegExp,
      inputs: Record<string, Float32Array | Int32Array>,
    ): Promise<void> => {
      const error = await rejection(() => trainer.step(inputs));
      assert.equal([error.code, error.argument], [code, argument]);
      assert.match(error.message, text);
      assert.not.match(error.message, /(input|parameter|state):/);
    };
    const missing = /^The input y is missing\. It has the shape \[4, 1\]/;
    await refused('missing-input', 'y', missing, { x });
    await refused('unknown-port', 'z', /^There is no input z\. Known are x, y\./, { x, y, z: x });
    const short = /^The input x has 6 values; the function was compiled for \[4, 2\]/;
    await refused('shape-changed', 'x', short, { x: x.subarray(0, 6), y: y.subarray(0, 3) });
    const whole = { x, y: Int32Array.of(1, 2, 3, 4) };
    await refused('wrong-type', 'y', /^The input y is not a Float32Array/, whole);
    await trainer.step({ x, y });
    await refused('missing-input', 'y', missing, { x });
    assert.is(trainer.steps, 1);
    await trainer.dispose();
  });

  test(`${name}: steps that are asked for at once are taken in turn, and the end waits`, async () => {
    const engine = await load();
    const [patient, hasty] = [await create(engine, 1), await create(engine, 1)];
    const bad = { ...batch(1), y: new Float32Array(4).fill(NaN) };
    for (const seed of [0, 2]) await patient.step(batch(seed));
    const [first, refused, last, end] = await Promise.allSettled([
      hasty.step(batch(0)),
      hasty.step(bad),
      hasty.step(batch(2)),
      hasty.dispose(),
    ]);
    assert.equal(
      [first, refused, last, end].map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
    assert.equal(hasty.save(), patient.save());
    await hasty.dispose();
    assert.is((await rejection(() => hasty.step(batch(0)))).code, 'disposed');
    await patient.dispose();
  });
}

test('first values that do not fill their shapes are refused', async () => {
  const engine = await tfjsEngine('cpu');
  const { parameters, state } = regression;
  for (const length of [1, 3]) {
    const initial = (): Float32Array => new Float32Array(length);
    const weight = { shape: [2, 1], initial };
    const average = { shape: [2], initial: initial() };
    for (const [argument, program] of [
      [
        'parameters.line.weight.initial',
        { ...regression, parameters: { ...parameters, 'line.weight': weight } },
      ],
      ['state.average.initial', { ...regression, state: { ...state, average } }],
    ] as const) {
      const error = await rejection(() => create(engine, 1, program));
      assert.is(error.argument, argument);
      assert.match(error.message, new RegExp(`is ${length}; the shape .* takes 2 numbers`));
    }
  }
});

test('a rate that is no number is refused and changes nothing', async () => {
  const trainer = await create(await tfjsEngine('cpu'), 1);
  const saved = trainer.save();
  for (const rate of [NaN, Infinity]) {
    assert.is((await rejection(() => trainer.step(batch(0), rate))).argument, 'rate');
  }
  assert.equal(trainer.save(), saved);
});

test('a checkpoint tells a parameter from the optimiser state of another one', async () => {
  const program: Program = {
    ...rivals,
    parameters: {
      ...rivals.parameters,
      'mean:a.values': { shape: [3], initial: () => new Float32Array(3) },
    },
    step(tensors) {
      const { losses, ...rest } = rivals.step(tensors);
      const other = tf.sum(tf.square(tensors.parameters['mean:a.values']));
      return { ...rest, losses: { ...losses, 'mean:a': other as tf.Scalar } };
    },
  };
  const rule = { learningRate: 0.1 };
  const trainer = await createTrainer(program, {
    engine: await tfjsEngine('cpu'),
    random: randomStream(1),
    optimisers: { a: rule, b: rule, 'mean:a': rule },
  });
  await trainer.step({ x: Float32Array.of(1, 2) });
  const saved = trainer.save();
  assert.equal(saved['mean:a.values'].shape, [2]);
  assert.equal(saved['mean:mean:a.values'].shape, [3]);
  trainer.load(saved);
  assert.equal(trainer.save(), saved);
});

test('the rate scales the learning rate of a step', async () => {
  const engine = await tfjsEngine('cpu');
  const moves: number[] = [];
  for (const rate of [1, 0.25, 0]) {
    const trainer = await create(engine, 1);
    const before = trainer.parameters['line.weight'][0];
    await trainer.step(batch(0), rate);
    moves.push(trainer.parameters['line.weight'][0] - before);
  }
  close(Math.abs(moves[0]), 0.05, { rtol: 1e-4 });
  close(moves[1], moves[0] / 4, { rtol: 1e-4 });
  assert.is(moves[2], 0);
});

test('the start depends on the stream and the name of a parameter only', async () => {
  const engine = await tfjsEngine('cpu');
  const values = async (seed: number, program: Program): Promise<number[]> => [
    ...(await create(engine, seed, program)).parameters['line.weight'],
  ];
  const reordered = Object.fromEntries(Object.entries(regression.parameters).reverse());
  const plain = await values(5, regression);
  assert.equal(await values(5, { ...regression, parameters: reordered }), plain);
  assert.not.equal(await values(6, regression), plain);
});

test('a checkpoint of another model is refused and changes nothing', async () => {
  const trainer = await create(await tfjsEngine('cpu'), 1);
  const saved = trainer.save();
  const { 'parameter:line.bias': bias, ...rest } = saved;
  const { steps, ...uncounted } = saved;
  for (const [tensors, message] of [
    [rest, /parameter:line.bias is missing or of another shape/],
    [{ ...saved, 'parameter:line.bias': { ...bias, shape: [1, 1] } }, /parameter:line.bias is/],
    [uncounted, /steps is missing/],
    [{ ...saved, steps: { ...steps, data: Float64Array.of(-1) } }, /steps is missing/],
    [{ ...saved, 'parameter:line.more': bias }, /parameter:line.more is unknown to this one/],
    [{ ...saved, 'velocity:line.bias': bias }, /velocity:line.bias is unknown to this one/],
    [{ steps }, /parameter:line.weight, parameter:line.bias, .* are missing/],
  ] as const) {
    const error = await rejection(() => trainer.load(tensors));
    assert.is(error.code, 'wrong-checkpoint');
    assert.match(error.message, message);
  }
  assert.equal(trainer.save(), saved);
});

test('a group without an optimiser is named', async () => {
  const engine = await tfjsEngine('cpu');
  const error = await rejection(() =>
    createTrainer(regression, { engine, random: randomStream(1), optimisers: {} }),
  );
  assert.is(error.argument, 'optimisers.line');
  assert.match(error.message, /group line has no optimiser/);
});

test.run();
