import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { optimiserMemory } from '../../src/index.js';

const COUNT = 8;

/** Algorithm 1 of Kingma and Ba, word for word, in float64. */
function literalAdam(
  start: readonly number[],
  gradients: readonly (readonly number[])[],
  [alpha, beta1, beta2, epsilon]: readonly [number, number, number, number],
): number[] {
  const theta = [...start];
  const m = start.map(() => 0);
  const v = start.map(() => 0);
  gradients.forEach((gradient, index) => {
    const t = index + 1;
    gradient.forEach((g, i) => {
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g ** 2;
      const mHat = m[i] / (1 - beta1 ** t);
      const vHat = v[i] / (1 - beta2 ** t);
      theta[i] -= (alpha * mHat) / (Math.sqrt(vHat) + epsilon);
    });
  });
  return theta;
}

for (const options of [
  { learningRate: 0.01 },
  { learningRate: 0.003, beta1: 0.5, beta2: 0.9, epsilon: 1e-3 },
]) {
  test(`twenty steps as in the paper, ${JSON.stringify(options)}`, () => {
    const random = randomStream('adam');
    const start = Array.from({ length: COUNT }, () => random.normal());
    const gradients = Array.from({ length: 20 }, () =>
      Array.from({ length: COUNT }, (_, at) => random.normal() * 10 ** (at - 4)),
    );
    const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
    const memory = optimiserMemory(COUNT);
    memory.parameters.set(start);
    gradients.forEach((gradient, index) => {
      memory.gradients.set(gradient);
      memory.adam(options, index + 1, 0, COUNT);
    });
    const wanted = literalAdam(start, gradients, [learningRate, beta1, beta2, epsilon]);
    close(memory.parameters, wanted, { rtol: 1e-5, atol: 2e-6 });
  });
}

test('two steps by hand', () => {
  // Step 1 moves by α g/(|g| + ε); step 2 with g = 1 after g = 2:
  // m̂ = (0.9·0.2 + 0.1)/0.19, v̂ = (0.999·0.004 + 0.001)/0.001999.
  const memory = optimiserMemory(4);
  const { parameters, gradients, mean, variance } = memory;
  parameters.fill(1);
  gradients.fill(2);
  memory.adam({ learningRate: 0.1 }, 1, 0, 4);
  close(parameters[0], 0.9, { atol: 1e-7 });
  gradients.fill(1);
  memory.adam({ learningRate: 0.1 }, 2, 0, 4);
  close(parameters[0], 0.9 - 0.1 * (0.28 / 0.19 / Math.sqrt(0.004996 / 0.001999)), { atol: 2e-7 });
  close([mean[0], variance[0]], [0.28, 0.004996], { rtol: 1e-6 });
});

test('only the given range is touched', () => {
  const memory = optimiserMemory(12);
  const { parameters, gradients, mean, variance } = memory;
  for (const array of [parameters, mean, variance]) array.fill(0.5);
  gradients.fill(2);
  memory.adam({ learningRate: 0.1 }, 1, 4, 8);
  const touched = Array.from({ length: 12 }, (_, index) => index >= 4 && index < 8);
  for (const array of [parameters, mean, variance]) {
    assert.equal(
      [...array].map((value) => value !== 0.5),
      touched,
    );
  }
  assert.equal([...gradients], new Array(12).fill(2));
});

for (const clip of [1, 0.5]) {
  test(`moments that can move nothing become zero, gradients times ${clip}`, () => {
    const memory = optimiserMemory(4);
    memory.mean.set([1e-31, -1e-31, -1e-20, 0]);
    memory.variance.set([1e-37, 1e-30, 0, 0]);
    memory.adam({ learningRate: 0.1 }, 5, 0, 4, clip);
    assert.equal(
      [...memory.mean].map((value) => value === 0),
      [true, true, false, true],
    );
    assert.equal(
      [...memory.variance].map((value) => value === 0),
      [true, false, true, true],
    );
  });
}

test('gradients of twice the size, times a half, make the same step to the last bit', () => {
  const random = randomStream('clip');
  const [plain, clipped] = [optimiserMemory(COUNT), optimiserMemory(COUNT)];
  const start = Float32Array.from({ length: COUNT }, () => random.normal());
  for (const { parameters } of [plain, clipped]) parameters.set(start);
  for (let time = 1; time <= 5; time++) {
    plain.gradients.set(Float32Array.from({ length: COUNT }, () => random.normal()));
    clipped.gradients.set(plain.gradients.map((value) => 2 * value));
    plain.adam({ learningRate: 0.1 }, time, 0, COUNT);
    clipped.adam({ learningRate: 0.1 }, time, 0, COUNT, 0.5);
  }
  for (const array of ['parameters', 'mean', 'variance'] as const) {
    assert.equal([...clipped[array]], [...plain[array]]);
  }
  assert.is.not(plain.parameters[0], start[0]);
});

test.run();
