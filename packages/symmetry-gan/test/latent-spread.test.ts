import { test } from 'uvu';
import { close } from '@noether/testkit';
import { latentSpread } from '@noether/symmetry-gan';

/** Corners of a box with the given half edges about (1, 2, …). */
function box(...edges: number[]): Float64Array {
  const rows = Array.from({ length: 2 ** edges.length }, (_, corner) =>
    edges.map((edge, axis) => axis + 1 + ((corner >> axis) & 1 ? edge : -edge)),
  );
  return Float64Array.from(rows.flat());
}

test('mean and covariance', () => {
  const { mean, covariance } = latentSpread(box(3, 1), 2);
  close(mean, [1, 2], { atol: 1e-12 });
  close(covariance, [12, 0, 0, 4 / 3], { atol: 1e-12 });
});

test('the effective rank is k for a round cloud, 1 on a line, 0 on a point', () => {
  const rank = (...edges: number[]): number => latentSpread(box(...edges), edges.length).rank;
  close(rank(1, 1), 2, { atol: 1e-12 });
  close(rank(5, 5, 5), 3, { atol: 1e-12 });
  close(rank(1, 1, 0), 2, { atol: 1e-12 });
  close(rank(1, 0), 1, { atol: 1e-12 });
  close(rank(0, 0), 0);
  const [p, q] = [0.9, 0.1];
  close(rank(3, 1), Math.exp(-p * Math.log(p) - q * Math.log(q)), { atol: 1e-12 });
});

test('smallestShare is the variance of the thinnest direction, also when it is oblique', () => {
  const share = (states: Float64Array): number => latentSpread(states, 2).smallestShare;
  close(share(box(3, 1)), 0.1, { atol: 1e-12 });
  close(share(box(0, 0)), 0);
  close(share(Float64Array.of(0, 0, 1, 2, 2, 4, -3, -6)), 0, { atol: 1e-12 });
});

test.run();
