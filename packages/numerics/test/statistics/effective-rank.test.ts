import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { effectiveRank } from '@noether/numerics';

test('equal eigenvalues count fully, zeros and negative ones not at all', () => {
  for (const k of [1, 2, 5]) {
    const values = [...new Array<number>(k).fill(0.3), 0, -1e-17];
    assert.ok(Math.abs(effectiveRank(values) - k) < 1e-12);
  }
  assert.is(effectiveRank([0, 0]), 0);
});

test('a small eigenvalue counts for part of one: exp of the entropy of its share', () => {
  const entropy = -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1));
  assert.ok(Math.abs(effectiveRank([9, 1]) - Math.exp(entropy)) < 1e-12);
});

test.run();
