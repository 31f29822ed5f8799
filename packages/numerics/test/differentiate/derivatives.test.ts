import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import {
  finiteDifferences,
  localPolynomial,
  noiseLevel,
  randomStream,
  savitzkyGolay,
  smoothingSpline,
  spectralDerivative,
} from '../../src/index.js';

/** Uneven times in [0, 1], every gap 0.7 or 1.3 times the mean; the ends look alike for odd rows. */
const grid = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => {
    const even = row / (rows - 1);
    return even + (0.3 / rows) * (row % 2);
  });

const worst = (found: Float64Array, expected: Float64Array): number =>
  found.reduce((most, value, at) => Math.max(most, Math.abs(value - expected[at])), 0);

test('what is constant has the difference 0 exactly, on any grid and at its ends', () => {
  const times = grid(41);
  const values = Float64Array.from({ length: 82 }, (_, at) => (at % 2 === 0 ? 1e6 + 0.3 : 5.1));
  for (const order of [1, 2, 3, 4, 6]) {
    for (const derivative of order > 1 ? [1, 2] : [1]) {
      const found = finiteDifferences(times, values, 2, { order, derivative });
      assert.equal(Array.from(found), new Array(82).fill(0));
    }
  }
  const around = finiteDifferences(times, values, 2, { order: 4, period: 1.1 });
  assert.equal(Array.from(around), new Array(82).fill(0));
});

for (const order of [1, 2, 3, 4]) {
  test(`finite differences converge with order ${order} on an uneven grid, ends included`, () => {
    const errorAt = (rows: number): number => {
      const times = grid(rows);
      const values = times.map((t) => Math.sin(3 * t));
      return worst(
        finiteDifferences(times, values, 1, { order }),
        times.map((t) => 3 * Math.cos(3 * t)),
      );
    };
    const slope = Math.log2(errorAt(101) / errorAt(201));
    assert.ok(slope > order - 0.25, `slope ${slope}`);
  });

  test(`order ${order} is exact for polynomials of degree ${order}, two columns`, () => {
    const times = grid(12);
    const values = Array.from(times, (t) => [t ** order, 1 - 2 * t]).flat();
    const expected = Array.from(times, (t) => [order * t ** (order - 1), -2]).flat();
    close(finiteDifferences(times, values, 2, { order }), expected, { rtol: 1e-9, atol: 1e-9 });
  });
}

test('differences are written where they are wanted', () => {
  const times = grid(20);
  const values = Float64Array.from({ length: 40 }, (_, at) => Math.sin(at));
  const into = new Float64Array(40).fill(7);
  const found = finiteDifferences(times, values, 2, { order: 4, into });
  assert.is(found, into);
  assert.equal(found, finiteDifferences(times, values, 2, { order: 4 }));
  assert.throws(
    () => finiteDifferences(times, values, 2, { into: new Float64Array(39) }),
    /into has 39 numbers; the derivatives are 40/,
  );
});

test('dropped ends are NaN, a period has none', () => {
  const times = Float64Array.from({ length: 8 }, (_, row) => row / 8);
  const values = times.map((t) => Math.sin(2 * Math.PI * t));
  const dropped = finiteDifferences(times, values, 1, { dropEnds: true });
  assert.equal(
    Array.from(dropped, (value) => Number.isNaN(value)),
    [true, false, false, false, false, false, false, true],
  );
  const around = finiteDifferences(times, values, 1, { period: 1 });
  close(around[0], -around[4], { rtol: 1e-12 });
});

for (const rows of [16, 15, 30, 7]) {
  test(`the spectral derivative of ${rows} samples is exact for low frequencies`, () => {
    const t = Float64Array.from({ length: rows }, (_, row) => (3 * row) / rows);
    const w = (2 * Math.PI) / 3;
    const values = t.map((x) => Math.sin(2 * w * x) + Math.cos(w * x));
    const expected = t.map((x) => 2 * w * Math.cos(2 * w * x) - w * Math.sin(w * x));
    close(spectralDerivative(values, 1, { period: 3 }), expected, { atol: 1e-11 });
    const third = t.map((x) => -((2 * w) ** 3) * Math.cos(2 * w * x) + w ** 3 * Math.sin(w * x));
    close(spectralDerivative(values, 1, { period: 3, derivative: 3 }), third, { atol: 1e-9 });
  });
}

test('windows keep polynomials of their degree and their derivatives', () => {
  const t = Float64Array.from({ length: 20 }, (_, row) => 0.1 * row);
  const cubic = t.map((x) => x ** 3 - x);
  close(savitzkyGolay(cubic, 1), cubic, { atol: 1e-11 });
  const slope = t.map((x) => 3 * x * x - 1);
  close(savitzkyGolay(cubic, 1, { derivative: 1, interval: 0.1 }), slope, { atol: 1e-10 });
  close(localPolynomial(t, cubic, 1, { reach: 0.35 }), slope, { atol: 1e-9 });
});

test('the smoothing spline interpolates without a penalty and is a line with a huge one', () => {
  const times = grid(31);
  const values = times.map((t) => Math.sin(6 * t));
  close(smoothingSpline(times, values, 1, { penalty: 0 }).values, values, { atol: 1e-12 });
  const { values: line, derivatives } = smoothingSpline(times, values, 1, { penalty: 1e9 });
  close(derivatives, new Float64Array(31).fill(derivatives[0]), { rtol: 1e-5 });
  const mean = (list: Float64Array): number => list.reduce((sum, v) => sum + v, 0) / 31;
  close(mean(line), mean(values), { atol: 1e-9 });
});

test('the smoothing spline is stationary: no change of g lowers Σ(y − g)² + λ∫g″²', () => {
  const times = Float64Array.from({ length: 6 }, (_, row) => row);
  const values = Float64Array.of(0, 2, -1, 3, 1, 2);
  const penalty = 0.7;
  const fit = smoothingSpline(times, values, 1, { penalty }).values;
  // ∫g″² of the natural spline through given values, from the residuals of the interpolant.
  const energy = (g: Float64Array): number => {
    const { values: again } = smoothingSpline(times, g, 1, { penalty: 1e-9 });
    return g.reduce((sum, value, at) => sum + (value * (value - again[at])) / 1e-9, 0);
  };
  const cost = (g: Float64Array): number =>
    values.reduce((sum, y, at) => sum + (y - g[at]) ** 2, penalty * energy(g));
  const best = cost(fit);
  for (let at = 0; at < 6; at++) {
    for (const step of [-0.05, 0.05]) {
      const moved = fit.map((value, place) => (place === at ? value + step : value));
      assert.ok(cost(moved) > best);
    }
  }
});

test('the noise level is found, and smoothing to it beats plain differences', () => {
  const times = Float64Array.from({ length: 600 }, (_, row) => row / 100);
  const noise = randomStream('noise').fillNormal(new Float64Array(600));
  const values = times.map((t, row) => Math.sin(2 * t) + 0.05 * noise[row]);
  close(noiseLevel(times, values, 1), [0.05], { rtol: 0.15 });
  const expected = times.map((t) => 2 * Math.cos(2 * t));
  const error = (found: Float64Array): number =>
    Math.sqrt(found.reduce((sum, value, at) => sum + (value - expected[at]) ** 2, 0) / 600);
  const spline = error(smoothingSpline(times, values, 1).derivatives);
  assert.ok(spline < 0.1 * error(finiteDifferences(times, values, 1)), `error ${spline}`);
});

test('bad arguments are told', () => {
  const times = [0, 1, 2, 3, 4];
  const values = [0, 1, 0, 1, 0];
  assert.throws(() => finiteDifferences([0, 1, 1], [0, 0, 0], 1), /times\[2\] is 1/);
  assert.throws(() => finiteDifferences(times, [0], 1), /values has 1 numbers; expected 5 rows/);
  assert.throws(
    () => finiteDifferences(times, values, 1, { order: 1, derivative: 2 }),
    /order is 1 for derivative 2/,
  );
  assert.throws(() => finiteDifferences([0, 1], [0, 1], 1), /2 rows are too few; order 2 needs 3/);
  assert.throws(() => finiteDifferences(times, values, 1, { period: 4 }), /period is 4/);
  assert.throws(() => savitzkyGolay(values, 1, { window: 4 }), /window is 4; give an odd number/);
  assert.throws(() => spectralDerivative(values, 1, { period: 0 }), /period is 0/);
  assert.throws(() => localPolynomial(times, values, 1, { reach: 0.5 }), /1 points cannot/);
  assert.throws(() => smoothingSpline(times, values, 1, { penalty: -1 }), /penalty is -1/);
  assert.throws(() => noiseLevel([0, 1], [0, 1], 1), /2 rows are too few/);
});

test.run();
