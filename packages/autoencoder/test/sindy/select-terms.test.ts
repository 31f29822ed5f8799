import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { selectTerms } from '../../src/sindy/select-terms.js';

const [rows, p, k] = [200, 6, 2];
const random = randomStream('terms');

/** Columns of which the last one is the sum of the first two, and very different sizes. */
const sizes = [1, 1, 1e-3, 1e3, 1, 1];
const theta = Float64Array.from({ length: rows * p }, (_, at) => sizes[at % p] * random.normal());
for (let row = 0; row < rows; row++) theta[row * p + 5] = theta[row * p] + theta[row * p + 1];

const truth = Float64Array.from([0, 2, 0, 0, 700, 0, 4e-3, 0, 0, -0.5, 0, 0]);
const targets = Float64Array.from({ length: rows * k }, (_, at) => {
  const [row, equation] = [Math.floor(at / k), at % k];
  let sum = 0;
  for (let term = 0; term < p; term++) sum += theta[row * p + term] * truth[term * k + equation];
  return sum;
});

test('terms and coefficients come back, whatever their sizes', () => {
  const { coefficients, unexplained } = selectTerms(theta, targets, { p, k, most: 2 });
  close(coefficients, truth, { atol: 1e-12 });
  assert.ok(unexplained < 1e-20);
});

test('one term is the one that leaves least, by comparison with all of them', () => {
  const { coefficients: found, unexplained } = selectTerms(theta, targets, { p, k, most: 1 });
  let [left, squares] = [0, 0];
  for (let equation = 0; equation < k; equation++) {
    const alone = Array.from({ length: p }, (_, term) => {
      let [xy, xx, yy] = [0, 0, 0];
      for (let row = 0; row < rows; row++) {
        const [x, y] = [theta[row * p + term], targets[row * k + equation]];
        [xy, xx, yy] = [xy + x * y, xx + x * x, yy + y * y];
      }
      return { rest: yy - xy ** 2 / xx, all: yy, coefficient: xy / xx };
    });
    const best = alone.indexOf(alone.toSorted((a, b) => a.rest - b.rest)[0]);
    [left, squares] = [left + alone[best].rest, squares + alone[best].all];
    const expected = alone.map(({ coefficient }, term) => (term === best ? coefficient : 0));
    close(
      expected.map((_, term) => found[term * k + equation]),
      expected,
      { rtol: 1e-10 },
    );
  }
  close(unexplained, left / squares, { rtol: 1e-10 });
});

test('a term that others make up is not chosen besides them', () => {
  const sum = Float64Array.from({ length: rows }, (_, row) => theta[row * p] - theta[row * p + 1]);
  const { coefficients: found } = selectTerms(theta, sum, { p, k: 1, most: p });
  assert.ok(found.every(Number.isFinite));
  const kept = [0, 1, 5].filter((term) => Math.abs(found[term]) > 1e-9);
  assert.is(kept.length, 2);
});

test.run();
