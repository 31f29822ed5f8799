import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { thresholdMask } from '@noether/symmetry-gan';

function masked(generators: number[], ratio: number, before?: number[]): number[] {
  const mask = Float32Array.from(before ?? generators.map(() => 1));
  thresholdMask(Float32Array.from(generators), 2, ratio, mask);
  return Array.from(mask);
}

test('entries up to ratio times the largest magnitude are masked', () => {
  assert.equal(masked([0.25, -4, 1, -2], 0.5), [0, 1, 0, 0]);
  assert.equal(masked([0.25, -4, 1, -2.5], 0.5), [0, 1, 0, 1]);
  assert.equal(masked([0.25, -4, 1, -2], 0), [1, 1, 1, 1]);
});

test('each generator of a stack is measured by its own largest entry', () => {
  assert.equal(masked([0, 8, -8, 1, 1, 0.1, 0.2, -1], 0.3), [0, 1, 1, 0, 1, 0, 0, 1]);
});

test('masks are made afresh, so an entry comes back when it is large again', () => {
  assert.equal(masked([1, 2, 2, 0], 0.3, [0, 1, 1, 0]), [1, 1, 1, 0]);
});

test.run();
