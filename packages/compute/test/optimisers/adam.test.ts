import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { adam } from '../../src/index.js';

const COUNT = 7;

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
    const parameters = Float32Array.from(start);
    const [mean, variance] = [new Float32Array(COUNT), new Float32Array(COUNT)];
    gradients.forEach((gradient, index) => {
      const g = Float32Array.from(gradient);
      adam(options, index + 1, parameters, g, mean, variance, 0, COUNT);
    });
    const wanted = literalAdam(start, gradients, [learningRate, beta1, beta2, epsilon]);
    close(parameters, wanted, { rtol: 2e-6, atol: 1e-6 });
  });
}

test('two steps by hand', () => {
  // Step 1 moves by α g/(|g| + ε); step 2 with g = 1 after g = 2:
  // m̂ = (0.9·0.2 + 0.1)/0.19, v̂ = (0.999·0.004 + 0.001)/0.001999.
  const parameters = Float32Array.of(1);
  const [mean, variance] = [new Float32Array(1), new Float32Array(1)];
  adam({ learningRate: 0.1 }, 1, parameters, Float32Array.of(2), mean, variance, 0, 1);
  close(parameters[0], 0.9, { atol: 1e-7 });
  adam({ learningRate: 0.1 }, 2, parameters, Float32Array.of(1), mean, variance, 0, 1);
  close(parameters[0], 0.9 - 0.1 * (0.28 / 0.19 / Math.sqrt(0.004996 / 0.001999)), { atol: 1e-7 });
  close([mean[0], variance[0]], [0.28, 0.004996], { rtol: 1e-6 });
});

test('only the given range is touched', () => {
  const arrays = Array.from({ length: 4 }, () => new Float32Array(6).fill(0.5));
  const [parameters, gradients, mean, variance] = arrays;
  gradients.fill(2);
  adam({ learningRate: 0.1 }, 1, parameters, gradients, mean, variance, 2, 4);
  for (const array of [parameters, mean, variance]) {
    assert.equal(
      [...array].map((value) => value !== 0.5),
      [false, false, true, true, false, false],
    );
  }
  assert.equal([...gradients], new Array(6).fill(2));
});

test.run();
