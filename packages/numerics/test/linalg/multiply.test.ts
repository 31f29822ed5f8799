import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { multiply, randomStream } from '@noether/numerics';
import { multiplyInto } from '../../src/linalg/multiply.js';

test('each entry is the sum of its products in their order, to the last bit, whatever the shape', () => {
  const random = randomStream('multiply');
  for (const [m, k, n] of [
    [1, 1, 1],
    [2, 3, 4],
    [3, 4, 2],
    [4, 5, 6],
    [5, 7, 3],
    [9, 8, 11],
    [6, 18, 1],
    [0, 3, 2],
    [2, 0, 3],
  ]) {
    const a = random.fillNormal(new Float64Array(m * k));
    const b = random.fillNormal(new Float64Array(k * n));
    const expected = Float64Array.from({ length: m * n }, (_, at) => {
      const [row, column] = [Math.floor(at / n), at % n];
      let sum = 0;
      for (let inner = 0; inner < k; inner++) sum += a[row * k + inner] * b[inner * n + column];
      return sum;
    });
    assert.equal(multiply(a, b, m, k, n), expected, `${m} × ${k} × ${n}`);
    const into = new Float64Array(m * n).fill(7);
    multiplyInto(into, a, b, m, k, n);
    assert.equal(into, expected, 'what was there before does not count');
  }
});

test('factors that do not fit their shape are refused', () => {
  const four = new Float64Array(4);
  assert.throws(
    () => multiply(four, four, 2, 3, 2),
    'The factors have 4 and 4 entries; expected 2 × 3 and 3 × 2.',
  );
});

test.run();
