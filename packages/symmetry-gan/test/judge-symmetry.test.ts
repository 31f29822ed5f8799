import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type Verdict } from '@noether/contracts';
import { lorentz } from '@noether/lie-algebra';
import { close } from '@noether/testkit';
import { judgeSymmetry, type Judgement, type TrainingStatistics } from '@noether/symmetry-gan';

const GOOD: TrainingStatistics = {
  meanCosine: 0.04,
  bce: { generator: 0.84, real: 0.64, fake: 0.67 },
  centre: Float64Array.of(0, 0),
  covariance: Float64Array.of(1, 0, 0, 1),
  latentRank: 2,
  smallestShare: 0.5,
};

/** The two D losses and the generator's when D tells all samples apart. */
const LOST = { generator: 3.5, real: 0.09, fake: 0.19 };

/** @param known whether the group was given, so that its generator may do what it likes */
function judge(
  generator: number[],
  change: Partial<TrainingStatistics> = {},
  known = false,
): Judgement {
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.from(generator)],
    centre: Float64Array.of(0, 0),
    provenance: { stage: 'test' },
  });
  return judgeSymmetry(basis, { ...GOOD, ...change }, known);
}

const ROTATION = [0, -2.73, 2.94, 0];
const CASES: [what: string, Judgement, Verdict, RegExp][] = [
  ['the reference run of Lotka–Volterra', judge(ROTATION), 'discovered', /ω = 2\.83/],
  [
    'identity collapse',
    judge([0, -0.03, 0.03, 0], { meanCosine: 0.9995 }),
    'collapsed',
    /does nothing: mean cosine 1 /,
  ],
  [
    'a given rotation of rate 1, for coefficients of variance 1',
    judge([0, 1, -1, 0], { meanCosine: 0.606 }, true),
    'discovered',
    /known group moves.*mean cosine 0\.606/,
  ],
  ['a given scaling', judge([1, 0, 0, 2], { meanCosine: 0.8 }, true), 'discovered', /known group/],
  ['a given group that D sees through', judge([0, 1, -1, 0], { bce: LOST }, true), 'discriminator-won', /tells/], // prettier-ignore
  ['a turn too small', judge([0, -0.9, 0.9, 0]), 'collapsed', /hardly moves.*ω = 0\.9/],
  ['a slow turn, of coefficients that spread', judge([0, -0.9, 0.9, 0], { coefficientSpread: 5.8 }), 'discovered', /ω = 0\.9/], // prettier-ignore
  ['a cosine too large', judge(ROTATION, { meanCosine: -0.3 }), 'collapsed', /hardly moves/],
  [
    'a rotation that D sees through',
    judge([0, 2.09, -3.2, 0], { bce: LOST, meanCosine: 0.44 }),
    'discriminator-won',
    /tells transformed.*generator 3\.5, real 0\.09, fake 0\.19/,
  ],
  [
    'a weak D on real samples',
    judge(ROTATION, { bce: { ...GOOD.bce, real: 0.86 } }),
    'discriminator-won',
    /real 0\.86/,
  ],
  [
    'D half won, on fakes',
    judge(ROTATION, { bce: { ...GOOD.bce, fake: 0.49 } }),
    'discriminator-won',
    /fake 0\.49/,
  ],
  [
    'a spiral',
    judge([0.2, -2.8, 2.8, 0.2]),
    'discriminator-won',
    /stretches as it turns \(\|Re λ\|\/\|Im λ\| = 0\.0714\)/,
  ],
  [
    'the threshold trap',
    judge([0, 0, 4.89, 0], { bce: LOST, meanCosine: 0.36 }),
    'threshold-trap',
    /length 4\.89 that does not turn \(ω = 0\)/,
  ],
  [
    'a shear without a masked entry',
    judge([1e-3, 1e-3, 4.89, 1e-3], { bce: LOST }),
    'discriminator-won',
    /tells transformed/,
  ],
  [
    'latent states on a line',
    judge(ROTATION, { smallestShare: 1e-9, latentRank: 1 }),
    'rank-lost',
    /effective rank 1: .*1e-9 of the variance/,
  ],
  [
    'all latent states alike',
    judge(ROTATION, { smallestShare: 0, latentRank: 0 }),
    'rank-lost',
    /rank 0/,
  ],
  [
    'a statistic that is no number',
    judge(ROTATION, { meanCosine: NaN }),
    'diverged',
    /meanCosine is NaN/,
  ],
  [
    'an infinite loss',
    judge(ROTATION, { bce: { ...GOOD.bce, generator: Infinity } }),
    'diverged',
    /generator is Infinity/,
  ],
];

for (const [what, { status, reason }, verdict, because] of CASES) {
  test(`${what}: ${verdict}`, () => {
    assert.is(status, verdict, reason);
    assert.match(reason, because);
  });
}

test('the numbers of the generator come along', () => {
  const { eigenvalues, omega, realToImaginary } = judge([0.1, -2, 2, 0.1]);
  close(omega, 2, { atol: 1e-12 });
  close(realToImaginary, 0.05, { atol: 1e-12 });
  close(
    eigenvalues[0].map(({ re }) => re),
    [0.1, 0.1],
    { atol: 1e-12 },
  );
  close(
    eigenvalues[0].map(({ im }) => Math.abs(im)),
    [2, 2],
    { atol: 1e-12 },
  );
  assert.is(judge([1, 0, 0, 2], { bce: LOST }).realToImaginary, Infinity);
});

test('a basis without generators cannot be judged', () => {
  const provenance = { stage: 'test' };
  const centre = Float64Array.of(0, 0);
  const empty = symmetryBasis({ dimension: 2, generators: [], centre, provenance });
  assert.throws(() => judgeSymmetry(empty, GOOD), /no generator to judge/);
});

test('a rotation about an axis leaves a third of the cosine, which is held against the others', () => {
  const about = (tilt: number, meanCosine: number): Verdict => {
    const basis = symmetryBasis({
      dimension: 3,
      generators: [Float64Array.of(0, -3, 0, 3, 0, -tilt, 0, tilt, 0)],
      centre: new Float64Array(3),
      provenance: { stage: 'test' },
    });
    return judgeSymmetry(basis, { ...GOOD, meanCosine }).status;
  };
  assert.is(about(0, 0.34), 'discovered');
  assert.is(about(2, 0.34), 'discovered');
  assert.is(about(0, 0.5), 'collapsed');
  assert.is(about(0, 0.94), 'collapsed');
});

test('a bystander of a large unit holds the cosine up by its share of the states, not by its number', () => {
  const judged = (meanCosine: number, fixedShare?: number): Verdict => {
    const basis = symmetryBasis({
      dimension: 3,
      generators: [Float64Array.of(0, -3.5, 0, 3.5, 0, 0, 0, 0, 0)],
      centre: new Float64Array(3),
      provenance: { stage: 'test' },
    });
    return judgeSymmetry(basis, { ...GOOD, meanCosine, fixedShare }).status;
  };
  assert.is(judged(0.751, 0.75), 'discovered');
  assert.is(judged(0.751), 'collapsed');
  assert.is(judged(0.34, 0.05), 'collapsed', 'a small unit holds up nothing');
  assert.is(judged(0.98, 0.75), 'collapsed');
});

test('of several generators the fastest counts, and any that stretches', () => {
  const torus = (first: number, second: number, stretch: number): Verdict => {
    const turn = (w: number, v: number, s: number): Float64Array =>
      Float64Array.of(0, -w, 0, 0, w, 0, 0, 0, 0, 0, s, -v, 0, 0, v, s);
    const basis = symmetryBasis({
      dimension: 4,
      generators: [turn(first, 0, 0), turn(0, second, stretch)],
      centre: new Float64Array(4),
      provenance: { stage: 'test' },
    });
    return judgeSymmetry(basis, GOOD).status;
  };
  assert.is(torus(0.6, 5, 0), 'discovered');
  assert.is(torus(0.6, 0.6, 0), 'collapsed');
  assert.is(torus(5, 0.6, 0.5), 'discriminator-won');
});

test('boosts stretch and move states by little, and are a symmetry when D cannot tell', () => {
  const basis = symmetryBasis({
    dimension: 4,
    generators: lorentz.generators,
    centre: new Float64Array(4),
    provenance: { stage: 'test' },
  });
  const found = judgeSymmetry(basis, { ...GOOD, meanCosine: 0.72 });
  assert.is(found.status, 'discovered');
  assert.match(found.reason, /group of dimension 6 that is not compact moves.*cosine 0\.72/);
  assert.is(judgeSymmetry(basis, { ...GOOD, bce: LOST }).status, 'discriminator-won');
  assert.is(judgeSymmetry(basis, { ...GOOD, meanCosine: 0.95 }).status, 'collapsed');
  const [boost] = lorentz.generators.slice(3);
  const alone = judgeSymmetry({ ...basis, generators: [boost] }, { ...GOOD, meanCosine: 0.72 });
  assert.is(alone.status, 'collapsed', 'a single boost is not told from any other matrix');
});

test.run();
