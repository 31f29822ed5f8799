import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { finiteDifferences } from '../src/finite-differences.js';

const uneven = (rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => (row + 0.3 * Math.sin(row)) / rows);

test('exact for quadratic motion at uneven times, ends included', () => {
  const times = uneven(20);
  const states = Float64Array.from(times).map((t) => 3 - 2 * t + 5 * t * t);
  finiteDifferences(times, states, 1).forEach((velocity, row) => {
    assert.ok(Math.abs(velocity - (10 * times[row] - 2)) < 1e-11, `row ${row}`);
  });
});

test('agrees with numpy.gradient(x, t, edge_order=2)', () => {
  const times = Float64Array.of(0, 0.1, 0.35, 0.4, 1);
  const states = times.map((t) => Math.sin(3 * t));
  const expected = [
    3.14594206400845, 2.764462069218343, 1.4581996855086086, 1.0915083097224105,
    -3.7279052360802702,
  ];
  finiteDifferences(times, states, 1).forEach((velocity, row) => {
    assert.ok(Math.abs(velocity - expected[row]) < 1e-12, `row ${row}`);
  });
});

test('the error falls by four when the step is halved', () => {
  const error = (rows: number): number => {
    const times = uneven(rows);
    const states = new Float64Array(2 * rows);
    times.forEach((t, row) => states.set([Math.sin(4 * t), Math.exp(t)], 2 * row));
    const velocities = finiteDifferences(times, states, 2);
    return times.reduce((worst, t, row) => {
      const slip = Math.abs(velocities[2 * row] - 4 * Math.cos(4 * t));
      return Math.max(worst, slip, Math.abs(velocities[2 * row + 1] - Math.exp(t)));
    }, 0);
  };
  const ratio = error(200) / error(400);
  assert.ok(ratio > 3.5 && ratio < 4.5, `ratio ${ratio}`);
});

test('two rows give their slope, one row is refused', () => {
  assert.equal(
    Array.from(finiteDifferences(Float64Array.of(1, 3), Float64Array.of(0, 1, 4, 1), 2)),
    [2, 0, 2, 0],
  );
  assert.throws(() => finiteDifferences(Float64Array.of(1), Float64Array.of(0), 1), /two rows/);
  assert.throws(
    () => finiteDifferences(Float64Array.of(1, 2), Float64Array.of(0, 1, 2), 2),
    /expected 4/,
  );
});

test.run();
