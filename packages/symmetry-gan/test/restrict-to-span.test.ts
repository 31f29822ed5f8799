import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { close } from '@noether/testkit';
import { judgeSymmetry, restrictToSpan, type TrainingStatistics } from '@noether/symmetry-gan';

function basisOf(generator: number[], centre: number[]): SymmetryBasis {
  return symmetryBasis({
    dimension: centre.length,
    generators: [Float64Array.from(generator)],
    centre: Float64Array.from(centre),
    provenance: { stage: 'test' },
  });
}

function statisticsOf(covariance: number[]): TrainingStatistics {
  return {
    meanCosine: 0.04,
    bce: { generator: 0.7, real: 0.69, fake: 0.69 },
    centre: new Float64Array(Math.sqrt(covariance.length)),
    covariance: Float64Array.from(covariance),
    latentRank: 2,
    smallestShare: 0,
  };
}

/** States (a, b, −a, −b) with a and b of variance 1 and independent. */
const OPPOSITE = [1, 0, -1, 0, 0, 1, 0, -1, -1, 0, 1, 0, 0, -1, 0, 1];

/** Turns (a, b) and (−a, −b) alike when the states are opposite; stretches all other states. */
const TURN = [9, 2, 9, 0, -2, 9, 0, 9, 9, 0, 9, 2, 0, 9, -2, 9];

test('what a generator does outside of the span of the states is not judged', () => {
  const basis = basisOf(TURN, [1, 0, -1, 0]);
  const statistics = statisticsOf(OPPOSITE);
  assert.is(judgeSymmetry(basis, statistics).status, 'rank-lost');
  const span = restrictToSpan(basis, statistics);
  assert.is(span.basis.dimension, 2);
  close(Math.hypot(...span.basis.centre), Math.SQRT2, { atol: 1e-12 });
  close(span.statistics.smallestShare, 0.5, { atol: 1e-12 });
  const { status, omega, realToImaginary } = judgeSymmetry(span.basis, span.statistics);
  assert.is(status, 'discovered');
  close(omega, 2, { atol: 1e-12 });
  close(realToImaginary, 0, { atol: 1e-12 });
});

test('a stretch within the span is still seen', () => {
  const basis = basisOf(
    TURN.map((entry, at) => entry + (at % 5 === 0 ? 0.5 : 0)),
    [0, 0, 0, 0],
  );
  const span = restrictToSpan(basis, statisticsOf(OPPOSITE));
  assert.is(judgeSymmetry(span.basis, span.statistics).status, 'discriminator-won');
});

test('states that fill their space, or have no spread, are left as they are', () => {
  const basis = basisOf([0, 1, -1, 0], [0, 0]);
  for (const covariance of [
    [1, 0, 0, 0.01],
    [0, 0, 0, 0],
  ]) {
    const statistics = statisticsOf(covariance);
    const span = restrictToSpan(basis, statistics);
    assert.is(span.basis, basis);
    assert.is(span.statistics, statistics);
  }
});

test.run();
