import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  distances,
  energyTest,
  energyTestOf,
  nearestDistances,
  randomStream,
  slicedWasserstein,
  slicedWassersteins,
} from '@noether/numerics';

const cloud = (rows: number, d: number, seed: number): Float64Array =>
  randomStream(seed).fillNormal(new Float64Array(rows * d));

test('distances of rows', () => {
  const a = Float64Array.of(0, 0, 3, 4);
  assert.equal([...distances(a, Float64Array.of(0, 0, 6, 8), 2)], [0, 10, 5, 5]);
  assert.equal([...nearestDistances(a, Float64Array.of(1, 0, 3, 3), 2)], [1, 1]);
});

test('distances are the same for odd numbers of rows, many columns, and a sample with itself', () => {
  const d = 600;
  const [a, b] = [cloud(7, d, 1), cloud(5, d, 2)];
  const expected = (x: Float64Array, y: Float64Array): number[] =>
    Array.from({ length: (x.length / d) * (y.length / d) }, (_, at) => {
      const [i, j] = [Math.floor(at / (y.length / d)), at % (y.length / d)];
      const squares = x.slice(i * d, (i + 1) * d).map((value, k) => (value - y[j * d + k]) ** 2);
      return Math.sqrt(squares.reduce((sum, value) => sum + value));
    });
  const near = (found: Float64Array, wanted: number[]): void => {
    assert.is(found.length, wanted.length);
    found.forEach((value, at) => assert.ok(Math.abs(value - wanted[at]) < 1e-12 * d));
  };
  near(distances(a, b, d), expected(a, b));
  near(distances(b, a, d), expected(b, a));
  near(distances(a, a, d), expected(a, a));
  near(distances(a.subarray(0, d), b.subarray(d), d), expected(a.slice(0, d), b.slice(d)));
  const many = cloud(131, 3, 4);
  const nearest = nearestDistances(many, cloud(9, 3, 5), 3);
  const table = distances(many, cloud(9, 3, 5), 3);
  nearest.forEach((value, row) =>
    assert.is(value, Math.min(...table.subarray(9 * row, 9 * (row + 1)))),
  );
});

test('wide rows far from 0, or near to each other, lose no digits, in blocks of any size', () => {
  const d = 267;
  const [n, m] = [70, 300];
  const noise = cloud(n + m, d, 3);
  const rows = noise.map((value, at) => {
    const [row, column] = [Math.floor(at / d), at % d];
    const apart = row % 3 === 0 ? 100 : 0;
    return 1000 * Math.cos(column) + apart * Math.cos(2 * column) + 2 ** -20 * value;
  });
  const [a, b] = [rows.slice(0, n * d), rows.slice(n * d)];
  const exact = (x: Float64Array, y: Float64Array): number =>
    Math.sqrt(x.reduce((sum, value, k) => sum + (value - y[k]) ** 2, 0));
  const row = (x: Float64Array, at: number): Float64Array => x.subarray(at * d, (at + 1) * d);
  const [across, within] = [distances(a, b, d), distances(b, b, d)];
  for (let j = 0; j < m; j++) {
    for (let i = 0; i < n; i++) {
      const wanted = exact(row(a, i), row(b, j));
      assert.ok(Math.abs(across[i * m + j] - wanted) < 1e-12 * wanted);
    }
    for (let i = 0; i < m; i++) {
      const wanted = exact(row(b, i), row(b, j));
      assert.ok(Math.abs(within[i * m + j] - wanted) <= 1e-12 * wanted);
    }
  }
});

test('any number of directions gives the mean over them', () => {
  const [a, b] = [cloud(40, 5, 1), cloud(40, 5, 2)];
  const random = randomStream(3);
  const each = Array.from({ length: 7 }, () => slicedWasserstein(a, b, 5, random, 1));
  const together = slicedWasserstein(a, b, 5, randomStream(3), 7);
  assert.ok(Math.abs(together - each.reduce((sum, value) => sum + value / 7, 0)) < 1e-14);
  const several = slicedWassersteins(a, [b, a], 5, randomStream(3), 7);
  assert.equal(several, [together, 0]);
});

test('in one dimension the sliced distance is the Wasserstein distance', () => {
  const a = Float64Array.of(3, 1, 2);
  const b = Float64Array.of(5, 4, 9);
  assert.ok(Math.abs(slicedWasserstein(a, b, 1, randomStream(1)) - 4) < 1e-12);
});

test('the sliced distance of a shifted sample is the shift times E|cos|, and is symmetric', () => {
  const a = cloud(400, 3, 1);
  const b = a.map((value, at) => (at % 3 === 0 ? value + 2 : value));
  const measured = slicedWasserstein(a, b, 3, randomStream(2), 4000);
  assert.ok(Math.abs(measured - 1) < 0.03, `${measured}: E|cos| is 1/2 in three dimensions`);
  assert.is(slicedWasserstein(b, a, 3, randomStream(2), 4000), measured);
  assert.throws(() => slicedWasserstein(a, b.subarray(3), 3, randomStream(2)), /rows of 3/);
});

test('p-values of equal laws are spread evenly over 0 … 1', () => {
  const values = Array.from({ length: 200 }, (_, seed) =>
    energyTest(cloud(20, 2, 2 * seed), cloud(30, 2, 2 * seed + 1), 2, randomStream(seed), 49),
  ).map(({ pValue }) => pValue);
  for (const share of [0.1, 0.25, 0.5, 0.75]) {
    const below = values.filter((value) => value <= share).length / 200;
    assert.ok(Math.abs(below - share) < 0.1, `${below} of the p-values are below ${share}`);
  }
});

test('a shift and another shape are found, and the statistic is 0 for the same points', () => {
  const a = cloud(150, 2, 1);
  const shifted = cloud(150, 2, 2).map((value) => value + 0.6);
  const ring = cloud(150, 2, 3);
  for (let at = 0; at < ring.length; at += 2) {
    const length = Math.hypot(ring[at], ring[at + 1]) / Math.SQRT2;
    ring[at] /= length;
    ring[at + 1] /= length;
  }
  assert.is(energyTest(a, shifted, 2, randomStream(4)).pValue, 1 / 200);
  assert.is(energyTest(a, ring, 2, randomStream(4)).pValue, 1 / 200);
  assert.ok(Math.abs(energyTest(a, a, 2, randomStream(4)).statistic) < 1e-12);
  assert.throws(() => energyTest(a, a.subarray(0, 2), 2, randomStream(4)), /at least two/);
});

test('the statistic is that of its definition, and distances give the same test', () => {
  const [a, b] = [cloud(7, 3, 1), cloud(5, 3, 2)];
  const average = (rows: Float64Array): number =>
    rows.reduce((total, value) => total + value, 0) / rows.length;
  const across = average(distances(a, b, 3));
  const within = average(distances(a, a.slice(), 3)) + average(distances(b, b.slice(), 3));
  const found = energyTest(a, b, 3, randomStream(1));
  assert.ok(Math.abs(found.statistic - (2 * across - within) / (2 * across)) < 1e-14);
  const all = Float64Array.of(...a, ...b);
  assert.equal(energyTestOf(distances(all, all, 3), 7, randomStream(1)), found);
  assert.equal(distances(all, all, 3), distances(all, all.slice(), 3));
  assert.throws(() => energyTestOf(new Float64Array(9), 2, randomStream(1)), /2 and 1 rows/);
});

test.run();
