import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis } from '@noether/contracts';
import { close } from '@noether/testkit';
import {
  judgeInSpan,
  judgeSymmetry,
  type Judgement,
  type TrainingStatistics,
} from '@noether/symmetry-gan';

const GOOD = { generator: 0.7, real: 0.69, fake: 0.69 };

/** Latent states of the covariance, a square matrix, under the generator. */
function judge(
  generator: readonly number[],
  covariance: readonly number[],
  change: Partial<TrainingStatistics> = {},
): Judgement {
  const k = Math.sqrt(generator.length);
  const basis = symmetryBasis({
    dimension: k,
    generators: [Float64Array.from(generator)],
    centre: new Float64Array(k),
    provenance: { stage: 'test' },
  });
  const statistics = {
    meanCosine: 0.04,
    bce: GOOD,
    centre: new Float64Array(k),
    covariance: Float64Array.from(covariance),
    latentRank: k - 1,
    smallestShare: 1e-5,
    ...change,
  };
  return judgeInSpan(basis, statistics);
}

/** States in the plane of the first two directions, but for a hair. */
const PLANE = [1, 0, 0, 0, 1, 0, 0, 0, 1e-5];
const TURN = [0, -3, 0, 3, 0, 0, 0, 0, 0];

test('a rotation of a plane in space is a discovery with a dimension to spare', () => {
  const { status, reason, eigenvalues, omega } = judge(TURN, PLANE);
  assert.is(status, 'discovered', reason);
  assert.match(reason, /fill 2 of 3 latent dimensions, which the action keeps to; one is spare\.$/);
  close(omega, 3, { atol: 1e-12 });
  assert.is(eigenvalues[0].length, 3, 'of the whole generator');
});

test('what a generator does to the spare dimension alone is not held against it', () => {
  const stretching = TURN.map((entry, at) => (at % 3 === 2 ? 5 : entry));
  assert.is(judge(stretching, PLANE).status, 'discovered');
});

test('the plane may lie anywhere', () => {
  const [a, b] = [0.6, 0.8];
  // Turns (1, 0, 0) and (0, a, b) into each other.
  const tilted = [0, -3 * a, -3 * b, 3 * a, 0, 0, 3 * b, 0, 0];
  assert.is(judge(tilted, [1, 0, 0, 0, a * a, a * b, 0, a * b, b * b]).status, 'discovered');
});

test('two dimensions to spare are counted', () => {
  const generator = new Array<number>(16).fill(0);
  [generator[1], generator[4]] = [-2, 2];
  const covariance = new Array<number>(16).fill(0);
  [covariance[0], covariance[5]] = [1, 1];
  assert.match(judge(generator, covariance).reason, /fill 2 of 4 .* 2 are spare\.$/);
});

test('a generator that leads out of the plane has lost the rank', () => {
  const { status, reason } = judge([0, -3, 0, 3, 0, -1, 0, 1, 0], PLANE);
  assert.is(status, 'rank-lost');
  assert.match(
    reason,
    /smallest direction holds .*fill 2 of 3 .*, and 23 % of the action leads out/,
  );
});

test('what is no discovery in the plane is none with a dimension to spare', () => {
  const idle = judge([0, -0.1, 0, 0.1, 0, 0, 0, 0, 0], PLANE, { meanCosine: 0.99 });
  assert.is(idle.status, 'rank-lost');
  assert.match(idle.reason, /Within them: The generator does nothing/);
  const seen = { bce: { generator: 3.5, real: 0.09, fake: 0.19 } };
  assert.is(judge(TURN, PLANE, seen).status, 'rank-lost');
  // A third of the cosine is allowed to a rotation about an axis in space, not to one in the plane.
  assert.is(judge(TURN, PLANE, { meanCosine: 0.34 }).status, 'rank-lost');
});

test('states on a line or at a point are never a discovery', () => {
  const line = [1, 0, 0, 1e-9];
  for (const generator of [
    [0, -3, 3, 0],
    [3, 0, 0, 0],
    [0, 0, 0, 3],
    [0, 3, 0, 0],
  ]) {
    assert.is(judge(generator, line).status, 'rank-lost', String(generator));
  }
  assert.is(judge([0, -3, 3, 0], [0, 0, 0, 0], { smallestShare: 0 }).status, 'rank-lost');
});

test('states that fill their space are judged as before', () => {
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -3, 3, 0)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });
  const covariance = Float64Array.of(1, 0, 0, 1);
  const statistics = { meanCosine: 0.04, bce: GOOD, centre: new Float64Array(2), covariance };
  const round = { ...statistics, latentRank: 2, smallestShare: 0.5 };
  assert.equal(judgeInSpan(basis, round), judgeSymmetry(basis, round));
});

test.run();
