import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { close } from '@noether/testkit';
import {
  onnxNativeEngine,
  tfjsEngine,
  trace,
  type Program,
  type ProgramTensors,
} from '../src/index.js';
import { gradientFunction, programInputs } from '../src/gradients.js';
import { regression, rivals } from './support/small-programs.js';
import { rejection } from './support/rejection.js';

const at = { a: [0.7, -1.2], b: [0.4, 0.9], x: [0.3, -0.8] };
const specs = {
  'parameter:a.values': { shape: [2] },
  'parameter:b.values': { shape: [2] },
  'input:x': { shape: [2] },
};

// The losses of `rivals` in float64.
const first = ({ a, b }: typeof at): number =>
  a[0] ** 2 * b[0] + a[1] ** 2 * b[1] + Math.sin(a[0]) + Math.sin(a[1]);
const second = ({ a, b, x }: typeof at): number =>
  (a[0] * b[0] - 1) ** 2 + (a[1] * b[1] - 1) ** 2 + x[0] * b[0] + x[1] * b[1];

function finiteDifferences(loss: (values: typeof at) => number, name: 'a' | 'b'): number[] {
  const h = 1e-5;
  return at[name].map((_, entry) => {
    const moved = (by: number): typeof at => ({
      ...at,
      [name]: at[name].map((value, index) => value + (index === entry ? by : 0)),
    });
    return (loss(moved(h)) - loss(moved(-h))) / (2 * h);
  });
}

for (const load of [() => onnxNativeEngine({ threads: 1 }), () => tfjsEngine('cpu')]) {
  test('every group gets the gradient of its own loss and nothing of the other', async () => {
    const engine = await load();
    const compiled = await engine.compile(gradientFunction(rivals), specs);
    const a = new Float32Array(2);
    const b = new Float32Array(2);
    await compiled.run(
      {
        'parameter:a.values': Float32Array.from(at.a),
        'parameter:b.values': Float32Array.from(at.b),
        'input:x': Float32Array.from(at.x),
      },
      { 'gradient:a.values': a, 'gradient:b.values': b },
    );
    close(a, finiteDifferences(first, 'a'), { rtol: 1e-5, atol: 1e-6 }, engine.name);
    close(b, finiteDifferences(second, 'b'), { rtol: 1e-5, atol: 1e-6 }, engine.name);
    await compiled.dispose();
  });
}

test('groups that share a loss share its backward pass', () => {
  const square = (shared: boolean): Program => ({
    ...rivals,
    step(tensors) {
      const { losses } = rivals.step(tensors);
      const loss = (): tf.Scalar => tf.add(losses.a, losses.b);
      const one = loss();
      return { losses: { a: one, b: shared ? one : loss() }, metrics: {}, state: {} };
    },
  });
  const [together, apart] = [true, false].map((shared) =>
    trace(gradientFunction(square(shared)), specs),
  );
  const names = ['gradient:a.values', 'gradient:b.values', 'loss:a', 'loss:b'];
  assert.equal(
    together.outputs.map(({ name }) => name),
    names.map((name) => `out:${name}`),
  );
  assert.is(together.nodes.length, apart.nodes.length);
});

const regressionInputs = programInputs(regression);

test('a loss for no group, or a group without a loss, is named', async () => {
  const wrong = (losses: readonly string[]): Program => ({
    ...regression,
    step(tensors) {
      const result = regression.step(tensors);
      return {
        ...result,
        losses: Object.fromEntries(losses.map((name) => [name, result.losses.line])),
      };
    },
  });
  for (const [losses, message] of [
    [[], /losses are for no group; its parameters belong to line/],
    [['line', 'lines'], /losses are for line, lines; its parameters belong to line/],
  ] as const) {
    const error = await rejection(() => trace(gradientFunction(wrong(losses)), regressionInputs));
    assert.is(error.code, 'invalid-program');
    assert.match(error.message, message);
  }
});

test('a result without sense is one clear error when it is traced', async () => {
  const { step } = regression;
  type Wrong = (tensors: ProgramTensors) => unknown;
  const cases: readonly (readonly [Wrong, RegExp])[] = [
    [() => undefined, /step returned no losses, no metrics, no state\. Return \{ losses/],
    [(tensors) => ({ losses: step(tensors).losses }), /step returned no metrics, no state/],
    [(tensors) => Promise.resolve(step(tensors)), /step returned a promise/],
    [
      (tensors) => ({ ...step(tensors), losses: { line: tensors.inputs.y } }),
      /loss of the group line is of the shape \[4, 1\]; it must be one number/,
    ],
    [
      (tensors) => ({ ...step(tensors), losses: { line: undefined } }),
      /loss of the group line is missing; it must be one number/,
    ],
    [
      (tensors) => ({ ...step(tensors), metrics: { errors: tensors.inputs.y } }),
      /metric errors is of the shape \[4, 1\]; it must be one number/,
    ],
    [
      (tensors) => ({ ...step(tensors), state: { count: tensors.state.count } }),
      /state average is missing; it was declared as \[2\]/,
    ],
    [
      (tensors) => ({ ...step(tensors), state: { ...tensors.state, average: tf.ones([3]) } }),
      /state average is of the shape \[3\]; it was declared as \[2\]/,
    ],
  ];
  for (const [wrong, message] of cases) {
    const program = { ...regression, step: wrong } as Program;
    const error = await rejection(() => trace(gradientFunction(program), regressionInputs));
    assert.is(error.code, 'invalid-program');
    assert.match(error.message, message);
  }
});

test('a loss that leaves a parameter of its group out is named', async () => {
  const program: Program = {
    ...rivals,
    step: ({ parameters }) => ({
      losses: { a: tf.sum(parameters['a.values']), b: tf.sum(parameters['a.values']) },
      metrics: {},
      state: {},
    }),
  };
  const error = await rejection(() => trace(gradientFunction(program), specs));
  assert.is(error.code, 'invalid-program');
  assert.match(error.message, /loss of the group b does not depend on all .*: b\.values/);
});

test.run();
