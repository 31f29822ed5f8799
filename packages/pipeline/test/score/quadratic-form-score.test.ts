import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  identityEncoder,
  symmetryBasis,
  trajectories,
  type Trajectories,
} from '@noether/contracts';
import { quadraticFormScore } from '../../src/score/quadratic-form-score.js';

const provenance = { stage: 'test' };
/** Ellipses x² + 4y² = r² about (1, 2). */
function ellipses(radii: readonly number[]): Trajectories {
  const times = Float64Array.from({ length: 100 }, (_, row) => row);
  const items = radii.map((r) => ({
    times,
    states: Float64Array.from(
      [...times].flatMap((t) => [1 + r * Math.cos(t), 2 + (r / 2) * Math.sin(t)]),
    ),
  }));
  return trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance });
}
const invariant = {
  name: 'r²',
  evaluate: (x: ArrayLike<number>) => (x[0] - 1) ** 2 + 4 * (x[1] - 2) ** 2,
};
const basisOf = (generator: number[]): ReturnType<typeof symmetryBasis> =>
  symmetryBasis({
    dimension: 2,
    generators: [Float64Array.from(generator)],
    centre: Float64Array.of(1, 2),
    provenance,
  });
const data = { validation: ellipses([1, 2]), train: ellipses([3, 1, 2]), invariant };

test('the generator of the ellipses has a form that is constant along them and ranks them', async () => {
  const score = await quadraticFormScore(identityEncoder(2), basisOf([0, -2, 0.5, 0]), data);
  assert.ok(score.within < 1e-12);
  assert.ok(score.betweenToWithin > 1e9);
  assert.ok(Math.abs((score.spearman ?? 0) - 1) < 1e-12);
});

test('a rotation has x² + y², which varies along an ellipse as 1/2 (5/4 ± 3/4 cos 2t)', async () => {
  const score = await quadraticFormScore(identityEncoder(2), basisOf([0, -1, 1, 0]), data);
  // std/mean of 5/8 + 3/8 cos 2t is (3/8)/√2 / (5/8); between 1 and 4 the spread is 1.5/2.5.
  const within = 3 / 5 / Math.SQRT2;
  assert.ok(Math.abs(score.within - within) < 0.01, String(score.within));
  assert.ok(Math.abs(score.betweenToWithin - 0.6 / within) < 0.02, String(score.betweenToWithin));
});

test('without a conserved quantity there is no rank correlation', async () => {
  const blind = { ...data, invariant: undefined };
  const score = await quadraticFormScore(identityEncoder(2), basisOf([0, -1, 1, 0]), blind);
  assert.is(score.spearman, null);
});

test.run();
