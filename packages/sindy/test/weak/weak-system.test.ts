import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Trajectories, trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { identityLibrary } from '../../src/library/identity.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { stlsq } from '../../src/regress/stlsq.js';
import { weakSystem } from '../../src/weak/weak-system.js';
import { weakWeights } from '../../src/weak/weak-weights.js';

/** Two uneven trajectories of x' = −y, y' = x. */
function circles(noise: number): Trajectories {
  const random = randomStream('weak');
  const items = [1, 2].map((radius) => {
    const times = Float64Array.from({ length: 800 }, (_, row) => 0.02 * row + 0.005 * (row % 2));
    const states = Float64Array.from(
      Array.from(times).flatMap((t) => [radius * Math.cos(t), radius * Math.sin(t)]),
      (value) => value + noise * random.normal(),
    );
    return { times, states };
  });
  return trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance: { stage: 'test' } });
}

test('the weights integrate φ, φ′ and s φ as they are known', () => {
  const times = Float64Array.from([2, 2.3, 2.9, 3.1, 3.8, 4]);
  const { value, derivative, halfWidth } = weakWeights(times, 4);
  const s = times.map((time) => time - 3);
  const sum = (weights: Float64Array, f: (x: number) => number): number =>
    weights.reduce((total, weight, at) => total + weight * f(s[at]), 0);
  close(halfWidth, 1, { rtol: 1e-15 });
  close(
    sum(value, () => 1),
    256 / 315,
    { rtol: 1e-13 },
  );
  close(
    sum(value, (x) => x),
    0,
    { atol: 1e-14 },
  );
  close(
    sum(derivative, () => 1),
    0,
    { atol: 1e-14 },
  );
  close(
    sum(derivative, (x) => x),
    -256 / 315,
    { rtol: 1e-13 },
  );
});

test('a linear system is found on uneven times', () => {
  const { factor, rows } = weakSystem(circles(0), identityLibrary(['x', 'y']), { count: 30 });
  assert.is(rows, 60);
  close(stlsq(factor, 2, 2).coefficients, [0, -1, 1, 0], { atol: 2e-3 });
});

test('noise hardly moves it', () => {
  const library = polynomialLibrary(['x', 'y'], 3);
  const { factor } = weakSystem(circles(0.1), library);
  const { coefficients } = stlsq(factor, 10, 2, { threshold: 0.2 });
  const kept = Array.from(coefficients).flatMap((value, at) => (value === 0 ? [] : [at]));
  assert.equal(kept, [2, 11]);
  close([coefficients[2], coefficients[11]], [-1, 1], { atol: 0.02 });
});

test('bad windows are told', () => {
  const data = circles(0);
  const library = identityLibrary(['x', 'y']);
  assert.throws(
    () => weakSystem(data, library, { halfWidth: 1e-4 }),
    /Trajectory 0: the window of rows/,
  );
  assert.throws(
    () => weakSystem(data, library, { windows: () => [[0, 800]] }),
    /too short or outside/,
  );
  assert.throws(
    () => weakSystem(data, library, { windows: () => [] }),
    /0 windows cannot determine 2/,
  );
  assert.throws(() => weakSystem(data, library, { halfWidth: 0.7 }), /halfWidth is 0.7/);
  assert.throws(() => weakSystem(data, library, { count: 0 }), /count is 0/);
  assert.throws(() => weakSystem(data, library, { power: 0 }), /power is 0/);
});

test.run();
