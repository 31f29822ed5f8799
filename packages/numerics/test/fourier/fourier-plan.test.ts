import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fourierPlan, fourierSquare, randomStream, waveNumbers } from '@noether/numerics';

const lengths = [1, 2, 3, 4, 5, 7, 8, 12, 16, 20, 25, 30, 49, 64, 97, 100, 121];

function numbers(count: number, seed: number): Float64Array {
  return randomStream(seed).fillNormal(new Float64Array(count));
}

/** Xₖ by its definition. */
function definition(real: Float64Array, imaginary: Float64Array, sign: number): number[][] {
  const n = real.length;
  return Array.from({ length: n }, (_, k) => {
    let [re, im] = [0, 0];
    for (let j = 0; j < n; j++) {
      const angle = (sign * 2 * Math.PI * ((j * k) % n)) / n;
      re += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
      im += real[j] * Math.sin(angle) + imaginary[j] * Math.cos(angle);
    }
    return [re, im];
  });
}

function difference(real: Float64Array, imaginary: Float64Array, wanted: number[][]): number {
  return Math.max(
    ...wanted.map(([re, im], k) => Math.max(Math.abs(real[k] - re), Math.abs(imaginary[k] - im))),
  );
}

for (const n of lengths) {
  test(`a transform of ${n} numbers is what the definition says, forward and inverse`, () => {
    const plan = fourierPlan(n);
    for (const direction of ['forward', 'inverse'] as const) {
      const [real, imaginary] = [numbers(n, n), numbers(n, n + 1)];
      const wanted = definition(real, imaginary, direction === 'forward' ? -1 : 1);
      plan[direction](real, imaginary);
      assert.ok(difference(real, imaginary, wanted) < 1e-12 * n);
    }
  });
}

test('columns are transformed each by itself', () => {
  const [n, columns] = [30, 7];
  const [real, imaginary] = [numbers(n * columns, 1), numbers(n * columns, 2)];
  const column = (from: Float64Array, c: number): Float64Array =>
    Float64Array.from({ length: n }, (_, row) => from[row * columns + c]);
  const wanted = Array.from({ length: columns }, (_, c) =>
    definition(column(real, c), column(imaginary, c), -1),
  );
  fourierPlan(n, columns).forward(real, imaginary);
  wanted.forEach((values, c) =>
    assert.ok(difference(column(real, c), column(imaginary, c), values) < 1e-11),
  );
});

test('the transform of a plane wave on a square is one entry, at [l][k]', () => {
  const n = 20;
  const [k, l] = [3, 18];
  const real = new Float64Array(n * n);
  const imaginary = new Float64Array(n * n);
  for (let at = 0; at < n * n; at++) {
    const phase = (2 * Math.PI * (k * Math.floor(at / n) + l * (at % n))) / n;
    real[at] = Math.cos(phase);
    imaginary[at] = Math.sin(phase);
  }
  const square = fourierSquare(n);
  square.forward(real, imaginary);
  real.forEach((value, at) =>
    assert.ok(Math.abs(value - (at === l * n + k ? n * n : 0)) < 1e-10, `${at}: ${value}`),
  );
  square.inverse(real, imaginary);
  assert.ok(Math.abs(real[n + 1] / (n * n) - Math.cos((2 * Math.PI * (k + l)) / n)) < 1e-12);
});

test('wave numbers stand in the order of the transform', () => {
  assert.equal([...waveNumbers(5, 2 * Math.PI)], [0, 1, 2, -2, -1]);
  assert.equal([...waveNumbers(4, Math.PI)], [0, 2, -4, -2]);
});

test.run();
