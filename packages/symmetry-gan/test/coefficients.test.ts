import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mean, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { drawCoefficients } from '../src/coefficients.js';

const COUNT = 40_000;
const draw = (law: 'normal' | 'uniform' | 'integer', scale: number): Float32Array =>
  drawCoefficients({ law, scale }, randomStream(law), new Float32Array(COUNT));

function moment(values: Float32Array, power: number): number {
  return mean(Float64Array.from(values, (value) => value ** power));
}

test('normal: moments 0, σ², 0, 3σ⁴', () => {
  const values = draw('normal', 0.5);
  close(
    [1, 2, 3, 4].map((power) => moment(values, power)),
    [0, 0.25, 0, 0.1875],
    { atol: 0.03, rtol: 0.05 },
  );
});

test('uniform: within ±scale (Q4: the scale is the range), moments s²/3 and s⁴/5', () => {
  const values = draw('uniform', 3);
  assert.ok(values.every((value) => Math.abs(value) <= 3));
  assert.ok(values.some((value) => value > 2.99) && values.some((value) => value < -2.99));
  close(
    [1, 2, 4].map((power) => moment(values, power)),
    [0, 3, 81 / 5],
    { atol: 0.03, rtol: 0.02 },
  );
});

test('integer: −scale … scale, all equally often', () => {
  const values = draw('integer', 2);
  const shares = [-2, -1, 0, 1, 2].map(
    (wanted) => values.filter((value) => value === wanted).length / COUNT,
  );
  close(shares, [0.2, 0.2, 0.2, 0.2, 0.2], { atol: 0.01 });
});

test('range: lowest … highest, all equally often; a range that widens starts with −1 … 1', () => {
  const law = { law: 'range', lowest: -10, highest: 9, widen: [0.2, 0.6] } as const;
  const at = (progress?: number): number[] => {
    const target = new Float32Array(COUNT);
    const drawn = drawCoefficients(law, randomStream('range'), target, progress);
    return [...new Set(drawn)].sort((a, b) => a - b);
  };
  const whole = Array.from({ length: 20 }, (_, index) => index - 10);
  assert.equal(at(), whole);
  assert.equal(at(0), [-1, 0, 1]);
  assert.equal(at(0.2), [-1, 0, 1]);
  assert.equal(at(0.4), [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
  assert.equal(at(0.6), whole);
  const drawn = drawCoefficients(law, randomStream('range'), new Float32Array(COUNT));
  close(
    whole.map((k) => drawn.filter((value) => value === k).length / COUNT),
    whole.map(() => 0.05),
    { atol: 0.005 },
  );
});

test('a range that does not reach −1 or 1 starts at its own ends', () => {
  const law = { law: 'range', lowest: 0, highest: 3, widen: [0, 1] } as const;
  const drawn = drawCoefficients(law, randomStream(1), new Float32Array(1000), 0);
  assert.equal([...new Set(drawn)].sort(), [0, 1]);
});

test('all coefficients of a batch are independent', () => {
  const values = draw('normal', 1);
  const products = Float64Array.from(values.subarray(1), (value, index) => value * values[index]);
  close(mean(products), 0, { atol: 0.02 });
});

test.run();
