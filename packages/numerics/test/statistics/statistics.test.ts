import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { covariance, mean, median, spearman } from '@noether/numerics';

const test = suite('statistics');

test('mean and median', () => {
  assert.is(mean([1, 2, 6]), 3);
  assert.is(median([10, 9, 1]), 9);
  assert.is(median(Float64Array.of(4, 1, 3, 100)), 3.5);
  assert.throws(() => mean([]), /mean of no values/);
  assert.throws(() => median([]), /median of no values/);
});

test('covariance divides by n − 1 and survives a large offset', () => {
  const offset = 1e8;
  const rows = [1, 2, 3, 4, 5, 9].map((value) => value + offset);
  close(covariance(rows, 3, 2), [4, 7, 7, 13], { rtol: 1e-7 });
  assert.throws(() => covariance([1, 2], 1, 2), /expected 1 ≥ 2 rows of 2/);
});

test('spearman sees order only', () => {
  const x = [0.1, 3, 2, 10, -4];
  close(
    spearman(
      x,
      x.map((value) => Math.exp(value)),
    ),
    1,
    { rtol: 1e-15 },
  );
  close(
    spearman(
      x,
      x.map((value) => -(value ** 3)),
    ),
    -1,
    { rtol: 1e-15 },
  );
  // Ranks 1 2 3 4 5 and 2 1 4 3 5: 1 − 6·4/(5·24).
  close(spearman([1, 2, 3, 4, 5], [20, 10, 40, 30, 50]), 0.8, { rtol: 1e-14 });
});

test('spearman shares the ranks of equal values', () => {
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5/√(4.5·5).
  close(spearman([1, 2, 2, 3], [1, 2, 3, 4]), 4.5 / Math.sqrt(22.5), { rtol: 1e-14 });
  assert.ok(Number.isNaN(spearman([1, 1], [1, 2])));
  assert.throws(() => spearman([1], [1, 2]), /a has 1 values and b has 2/);
});

test.run();
