import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseDimension, type DimensionChoice } from '@noether/autoencoder';

/** A scan with these errors in per cent, and the worst hundredth so many times as large. */
function choose(percents: number[], options: { worst?: number; variables?: number } = {}) {
  const { worst = 5, variables = 20 } = options;
  const rows = percents.map((percent, at) => ({
    dimension: at + 1,
    error: percent / 100,
    worst: (worst * percent) / 100,
    linearError: 0.3,
    rank: 1,
  }));
  return chooseDimension({ rows, variables });
}

const is = ({ dimension, clear }: DimensionChoice, expected: number, sure = true): void =>
  assert.equal([dimension, clear], [expected, sure]);

test('the last dimension that brings a lot is chosen, as scans of known data have it', () => {
  is(choose([0.001, 0.0006, 0.0005]), 1); // a curve
  is(choose([0.99, 0.0014, 0.0012, 0.001], { worst: 70 }), 2); // a circle
  is(choose([16, 0.58, 0.036, 0.036, 0.031], { worst: 20 }), 3); // a sphere
  is(choose([20, 4.9, 0.24, 0.1, 0.08]), 3); // a torus
  is(choose([25, 6.6, 0], { variables: 3 }), 3); // Lorenz's system as it is
  is(choose([18, 3.6, 0.22, 0.14, 0.13, 0], { worst: 70 }), 3); // in 128 variables, six components
  is(choose([5, 0], { variables: 2 }), 2); // Lotka–Volterra
});

test('a dimension is not enough where the latent space is cut, however small the mean error', () => {
  is(choose([0.2, 0.001, 0.001], { worst: 100 }), 2);
  is(choose([0.2, 0.001, 0.001], { worst: 10 }), 1);
});

test('what a dimension brings after the data are carried does not count', () => {
  is(choose([4, 0.3, 0.08, 0.01], { worst: 5 }), 2);
});

test('noise, which no dimension removes, is told, and the choice is not called clear', () => {
  const found = choose([40, 5.2, 5.1, 5, 4.9]);
  is(found, 2, false);
  assert.match(
    found.reason,
    /^Dimension 2 leaves 5\.2 % of the variance \(1 leaves 40 %, 5 leaves 4\.9 %\); 2 principal components leave 30 %\. What is left is noise/,
  );
});

test('without an elbow the choice says so: the smallest that is of use, or the largest', () => {
  const gradual = choose([38, 22, 11, 5.5, 2.6, 1.3]);
  is(gradual, 6, false);
  assert.match(gradual.reason, /^No dimension stands out: the error falls gradually, 38 %, 22 %/);
  is(choose([73, 59, 46, 33, 22]), 5, false);
  // The first dimension stands out here, but what is left is no noise: others bring as much.
  is(choose([30, 12, 5, 2, 0.8]), 4, false);
});

test('faulty scans are refused', () => {
  assert.throws(() => chooseDimension({ rows: [], variables: 2 }), /scan at least one dimension/);
  const row = { dimension: 2, error: 1, worst: 1, linearError: 1, rank: 1 };
  assert.throws(() => chooseDimension({ rows: [row], variables: 2 }), /rows is 2; row 0 is of 1/);
});

test.run();
