import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { cholesky, multiply, randomStream, solveLower, transpose } from '../../src/index.js';

test('L Lᵀ is the matrix and L X = B is solved', () => {
  const n = 6;
  const a = randomStream('cholesky').fillNormal(new Float64Array(n * n));
  const matrix = multiply(a, transpose(a, n, n), n, n, n);
  const lower = cholesky(matrix, n);
  close(multiply(lower, transpose(lower, n, n), n, n, n), matrix, { rtol: 1e-12, atol: 1e-12 });
  assert.ok(lower.every((value, at) => at % n <= Math.floor(at / n) || value === 0));
  const right = randomStream('right').fillNormal(new Float64Array(n * 2));
  const solution = right.slice();
  solveLower(lower, n, solution, 2);
  close(multiply(lower, solution, n, n, 2), right, { rtol: 1e-10, atol: 1e-10 });
});

test('what is not positive definite or not square is refused', () => {
  assert.throws(() => cholesky([1, 2, 2, 1], 2), /pivot 1 is -3/);
  assert.throws(() => cholesky([1, 2, 2], 2), /3 entries; expected 2 × 2/);
});

test.run();
