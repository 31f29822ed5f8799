import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { polynomialLibrary, regressionRows, trimmedSr3 } from '../../src/index.js';
import { cappedSimplex } from '../../src/regress/capped-simplex.js';

test('the projection meets its sum, keeps to the cap and is the nearest', () => {
  const random = randomStream('simplex');
  const point = random.fillNormal(new Float64Array(30));
  const found = cappedSimplex(point, 12.5);
  close(
    found.reduce((sum, value) => sum + value, 0),
    12.5,
    { rtol: 1e-12 },
  );
  assert.ok(found.every((value) => value >= 0 && value <= 1));
  const distance = (other: Float64Array): number =>
    Math.hypot(...other.map((value, at) => value - point[at]));
  for (let trial = 0; trial < 50; trial++) {
    const [a, b] = [random.integer(30), random.integer(30)];
    const room = Math.min(found[a], 1 - found[b], 0.1) * random.uniform();
    const other = found.slice();
    other[a] -= room;
    other[b] += room;
    assert.ok(distance(other) >= distance(found) - 1e-12);
  }
});

test('rows that are wrong get weight 0 and do not move the coefficients', () => {
  const random = randomStream('outliers');
  const states = Float64Array.from({ length: 400 }, () => 2 * random.uniform() - 1);
  const velocities = states.map((_, at) =>
    at % 2 === 0 ? 1.5 * states[at] - 0.7 * states[at] * states[at + 1] : -2 * states[at],
  );
  const wrong = [10, 50, 90, 130, 170];
  for (const row of wrong) velocities[row * 2] += 6;
  const library = polynomialLibrary(['x', 'y'], 2);
  const rows = regressionRows(library, { names: ['x', 'y'], states, velocities });
  const { coefficients, weights } = trimmedSr3(rows, 6, 2, {
    fraction: 0.05,
    weight: 0.02,
    maxIterations: 300,
    tolerance: 1e-9,
  });
  close(coefficients, [0, 1.5, 0, 0, -0.7, 0, 0, 0, -2, 0, 0, 0], { atol: 0.02 });
  assert.ok(wrong.every((row) => weights[row] === 0));
  assert.throws(() => trimmedSr3(rows, 6, 2, { fraction: 1 }), /fraction is 1; give a number/);
});

test('weights of the data scale their rows', () => {
  const data = { names: ['x'], states: Float64Array.of(1, 2), velocities: Float64Array.of(3, 4) };
  const { theta, target } = regressionRows(polynomialLibrary(['x'], 1), {
    ...data,
    weights: Float64Array.of(4, 9),
  });
  close(theta, [2, 2, 3, 6], { atol: 0 });
  close(target, [6, 12], { atol: 0 });
});

test.run();
