import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { optimiserMemory, type AdamWOptions, type SgdOptions } from '../../src/index.js';
import { checkOptimiser, type Optimiser } from '../../src/optimisers/optimiser.js';
import { rejection } from '../support/rejection.js';

const COUNT = 8;
const STEPS = 20;
const random = randomStream('optimisers');
const start = Array.from({ length: COUNT }, () => random.normal());
const gradients = Array.from({ length: STEPS }, () =>
  Array.from({ length: COUNT }, () => random.normal()),
);

/** torch.optim.AdamW's algorithm as its documentation writes it, in float64. */
function literalAdamW({ learningRate, weightDecay = 0.01 }: AdamWOptions): number[] {
  const theta = [...start];
  const m = start.map(() => 0);
  const v = start.map(() => 0);
  gradients.forEach((gradient, index) => {
    gradient.forEach((g, i) => {
      theta[i] -= learningRate * weightDecay * theta[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      const mHat = m[i] / (1 - 0.9 ** (index + 1));
      const vHat = v[i] / (1 - 0.999 ** (index + 1));
      theta[i] -= (learningRate * mHat) / (Math.sqrt(vHat) + 1e-8);
    });
  });
  return theta;
}

/** torch.optim.SGD's algorithm as its documentation writes it, dampening 0, in float64. */
function literalSgd(options: SgdOptions): number[] {
  const { learningRate, momentum = 0, nesterov = false, weightDecay = 0 } = options;
  const theta = [...start];
  let buffer: number[] | undefined;
  for (const raw of gradients) {
    const g = raw.map((value, i) => value + weightDecay * theta[i]);
    buffer = buffer ? buffer.map((b, i) => momentum * b + g[i]) : [...g];
    for (let i = 0; i < COUNT; i++) {
      const step = momentum === 0 ? g[i] : nesterov ? g[i] + momentum * buffer[i] : buffer[i];
      theta[i] -= learningRate * step;
    }
  }
  return theta;
}

for (const options of [
  { kind: 'adamw', learningRate: 0.01 },
  { kind: 'adamw', learningRate: 0.05, weightDecay: 0.5 },
] as const) {
  test(`twenty steps as PyTorch's, ${JSON.stringify(options)}`, () => {
    const memory = optimiserMemory(COUNT);
    memory.parameters.set(start);
    gradients.forEach((gradient, index) => {
      memory.gradients.set(gradient);
      memory.adam(options, index + 1, 0, COUNT);
    });
    close(memory.parameters, literalAdamW(options), { rtol: 1e-5, atol: 2e-6 });
  });
}

for (const options of [
  { kind: 'sgd', learningRate: 0.05 },
  { kind: 'sgd', learningRate: 0.05, momentum: 0.9 },
  { kind: 'sgd', learningRate: 0.05, momentum: 0.8, nesterov: true },
  { kind: 'sgd', learningRate: 0.05, momentum: 0.8, nesterov: true, weightDecay: 0.1 },
] as const) {
  test(`twenty steps as PyTorch's, ${JSON.stringify(options)}`, () => {
    const memory = optimiserMemory(COUNT);
    memory.parameters.set(start);
    for (const gradient of gradients) {
      memory.gradients.set(gradient);
      memory.sgd(options, 0, COUNT);
    }
    close(memory.parameters, literalSgd(options), { rtol: 1e-5, atol: 2e-6 });
    assert.ok(memory.variance.every((value) => value === 0));
  });
}

test('a clipped gradient is a shorter gradient', () => {
  const clipped = optimiserMemory(COUNT);
  const shorter = optimiserMemory(COUNT);
  for (const run of [
    (memory: typeof clipped, clip: number) =>
      memory.sgd({ kind: 'sgd', learningRate: 0.1, momentum: 0.5 }, 0, COUNT, clip),
    (memory: typeof clipped, clip: number) =>
      memory.adam({ learningRate: 0.1, epsilon: 1 }, 3, 0, COUNT, clip),
  ]) {
    clipped.gradients.set(gradients[0]);
    shorter.gradients.set(gradients[0].map((g) => g / 4));
    run(clipped, 0.25);
    run(shorter, 1);
    assert.equal([...clipped.parameters], [...shorter.parameters]);
    assert.ok(clipped.parameters.every((value) => value !== 0));
  }
});

test('the norm is that of float64, and finite exactly where every entry is', () => {
  const length = 4096;
  const memory = optimiserMemory(length);
  random.fillNormal(memory.gradients);
  const literal = (from: number, to: number): number =>
    Math.sqrt([...memory.gradients.subarray(from, to)].reduce((sum, g) => sum + g * g, 0));
  for (const [from, to] of [
    [0, length],
    [16, 20],
    [1024, 4096],
  ]) {
    close(memory.norm(from, to), literal(from, to), { rtol: 1e-14 });
  }
  assert.is(memory.norm(8, 8), 0);
  memory.gradients.fill(3e38);
  close(memory.norm(0, length), 3e38 * Math.sqrt(length), { rtol: 1e-6 });
  for (const [at, bad] of [
    [0, NaN],
    [1, Infinity],
    [4094, -Infinity],
    [4095, NaN],
  ]) {
    memory.gradients.fill(1);
    memory.gradients[at] = bad;
    assert.not(Number.isFinite(memory.norm(0, length)), `entry ${at}`);
    assert.ok(Number.isFinite(memory.norm(4, 4092)));
  }
});

test('numbers without sense are refused by their path', async () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['optimisers.a.learningRate', { learningRate: -1 }],
    ['optimisers.a.learningRate', {}],
    ['optimisers.a.kind', { kind: 'adagrad', learningRate: 1 }],
    ['optimisers.a.beta2', { learningRate: 1, beta2: 1 }],
    ['optimisers.a.clipNorm', { learningRate: 1, clipNorm: 0 }],
    ['optimisers.a.weightDecay', { kind: 'adamw', learningRate: 1, weightDecay: NaN }],
    ['optimisers.a.momentum', { kind: 'sgd', learningRate: 1, momentum: 1.5 }],
    ['optimisers.a.nesterov', { kind: 'sgd', learningRate: 1, nesterov: true }],
    ['optimisers.a.momentum', { learningRate: 1, momentum: 0.9 }],
    ['optimisers.a.weightDecay', { learningRate: 1, weightDecay: 0.1 }],
    ['optimisers.a.beta_1', { learningRate: 1, beta_1: 0.9 }],
    ['optimisers.a.schedule.kind', { learningRate: 1, schedule: { kind: 'warmup', steps: 5 } }],
    ['optimisers.a.schedule.hold', { learningRate: 1, schedule: { kind: 'constant', hold: 0.5 } }],
    ['optimisers.a.schedule.steps', { learningRate: 1, schedule: { kind: 'cosine', steps: 0 } }],
    [
      'optimisers.a.schedule.then.hold',
      {
        learningRate: 1,
        schedule: { kind: 'warm-up', steps: 5, then: { kind: 'cosine', steps: 3, hold: 2 } },
      },
    ],
  ];
  for (const [path, options] of cases) {
    const error = await rejection(() => checkOptimiser('a', options as Optimiser));
    assert.is(error.code, 'invalid-argument');
    assert.is(error.argument, path);
  }
});

test.run();
