import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { fitQuadraticMap } from '../src/fit-quadratic-map.js';
import { invariantDrift } from '../src/invariant-drift.js';
import { iterateMap } from '../src/iterate-map.js';
import { longRunStatistics } from '../src/long-run-statistics.js';
import { phaseError } from '../src/phase-error.js';
import { quantileBand } from '../src/quantile-band.js';
import { rollOut } from '../src/roll-out.js';
import { rollOutEnsemble } from '../src/roll-out-ensemble.js';
import { spiral, spiralPaths } from './spiral.js';

const times = Float64Array.from({ length: 400 }, (_, row) => 0.05 * row);
const turning = (omega: number, ahead = 0): Float64Array =>
  Float64Array.from(
    [...times].flatMap((t) => [3 * Math.cos(omega * t + ahead) + 5, Math.sin(omega * t + ahead)]),
  );

test('the phase error is (ω̂ − ω)t over many turns, whatever the scales of the axes', () => {
  const { error, frequency, trueFrequency } = phaseError(
    turning(2 * Math.PI),
    turning(6),
    times,
    2,
  );
  close(
    error,
    times.map((t) => (6 - 2 * Math.PI) * t),
    { atol: 1e-11 },
  );
  close([frequency, trueFrequency], [6, 2 * Math.PI], { rtol: 1e-12 });
  const ahead = phaseError(turning(2 * Math.PI), turning(2 * Math.PI, 0.2), times, 2);
  close(ahead.error, new Float64Array(400).fill(0.2), { atol: 1e-11 });
  const [reversed] = phaseError(turning(1), turning(1), times, 2, { variables: [1, 0] }).error;
  close(reversed, 0, { atol: 1e-12 });
  assert.throws(() => phaseError(turning(1), turning(1).slice(2), times, 2), /give 800 values/);
  const variables = [0, 2] as const;
  assert.throws(() => phaseError(turning(1), turning(1), times, 2, { variables }), /below 2/);
});

test('a tenth of a turn shows the phase too, and noise does not bias the frequencies', () => {
  const part = times.map((t) => 0.005 * t);
  const arc = (omega: number): Float64Array =>
    Float64Array.from([...part].flatMap((t) => [3 * Math.cos(omega * t) + 5, Math.sin(omega * t)]));
  const truth = arc(2 * Math.PI);
  const own = phaseError(truth, arc(6), part, 2);
  const lag = part.map((t) => (6 - 2 * Math.PI) * t);
  close(own.error, lag, { atol: 1e-12 });
  close([own.frequency, own.trueFrequency], [6, 2 * Math.PI], { rtol: 1e-10 });
  close(phaseError(truth, arc(6), part, 2, { centre: [5, 0] }).error, lag, { atol: 1e-12 });
  const elsewhere = phaseError(truth, arc(6), part, 2, { centre: [7, 0.3] });
  assert.ok(Math.abs(elsewhere.trueFrequency - 2 * Math.PI) > 1);

  const random = randomStream('noisy turns');
  const noise = random.fillNormal(new Float64Array(800));
  const turns = turning(2 * Math.PI).map((value, at) => value + (at % 2 ? 0.05 : 0.15) * noise[at]);
  close(phaseError(turns, turns, times, 2).frequency, 2 * Math.PI, { rtol: 1e-3 });
});

test('what does not go round is seen from its mean', () => {
  const line = Float64Array.from([...times].flatMap((t) => [t, 2 * t - 1]));
  const { error, trueFrequency } = phaseError(line, line, times, 2);
  close(error, new Float64Array(400), { atol: 0 });
  assert.ok(Number.isFinite(trueFrequency));
  const still = new Float64Array(800).fill(3);
  assert.is(phaseError(still, still, times, 2).frequency, 0);
  const centre = [0, NaN] as const;
  assert.throws(() => phaseError(line, line, times, 2, { centre }), /centre.*two finite numbers/);
});

test('the drift of an invariant is relative to its first value, or to a scale', () => {
  const energy = { evaluate: ({ 0: x, 1: y }: ArrayLike<number>) => x * x + y * y };
  const { states } = spiralPaths(0.1, 1, [50], 0.1).items[0];
  const drift = invariantDrift(energy, states, 2);
  close(
    drift,
    Float64Array.from({ length: 50 }, (_, row) => 1 - Math.exp(-0.02 * row)),
    { atol: 1e-12 },
  );
  close(invariantDrift(energy, states, 2, 10)[49], drift[49] / 10, { rtol: 1e-12 });
  assert.throws(() => invariantDrift(energy, states, 3), /rows of 3 values/);
});

test('long-run statistics: moments of known distributions, distances between 0 and 1', () => {
  const random = randomStream('long run');
  const rows = 20_000;
  const draw = (shift: number): Float64Array => {
    const states = new Float64Array(2 * rows);
    for (let at = 0; at < rows; at++)
      states.set([random.normal() + shift, random.uniform()], 2 * at);
    return states;
  };
  const [normal, uniform] = longRunStatistics(draw(0), draw(1), 2);
  const { mean, deviation, skewness, kurtosis } = normal.truth;
  close([mean, deviation, skewness, kurtosis], [0, 1, 0, 3], { atol: 0.1 });
  close(uniform.truth.kurtosis, 1.8, { atol: 0.05 });
  close(normal.predicted.mean, 1, { atol: 0.03 });
  // The total variation of N(0, 1) and N(1, 1) is erf(1/√8) = 0.3829.
  close(normal.histogramDistance, 0.3829, { atol: 0.03 });
  assert.ok(uniform.histogramDistance < 0.04);
  const apart = longRunStatistics(Float64Array.of(0, 0.1), Float64Array.of(5, 5.1), 1);
  close(apart[0].histogramDistance, 1, { atol: 1e-12 });
  const still = longRunStatistics(Float64Array.of(2, 2), Float64Array.of(2), 1);
  assert.is(still[0].histogramDistance, 0);
  assert.throws(() => longRunStatistics(normalRow, new Float64Array(0), 1), /predicted/);
  const broken = Float64Array.of(1, NaN);
  assert.throws(() => longRunStatistics(normalRow, broken, 1), /predicted is NaN; give finite/);
});
const normalRow = Float64Array.of(1);

test('a band is the quantiles of the curves at each place', () => {
  const curves = [4, 0, 2, 1, 3].map((value) => Float64Array.of(value, 10 * value));
  const { lower, middle, upper } = quantileBand(curves, [0.25, 0.9]);
  close(lower, [1, 10]);
  close(middle, [2, 20]);
  close(upper, [3.6, 36], { atol: 1e-12 });
  assert.equal(quantileBand([[7]], [0, 1]).upper, Float64Array.of(7));
  assert.throws(() => quantileBand([]), /curves/);
  assert.throws(() => quantileBand([[1, 2], [1]]), /curves\[1\]/);
  assert.throws(() => quantileBand([[1]], [0.9, 0.1]), /0 ≤ low ≤ high ≤ 1/);
});

test('an ensemble of models: the band holds the truth, divergence is kept out of it', () => {
  const grid = times.slice(0, 100);
  const members = [0.9, 0.95, 1, 1.05, 1.1].map((omega) => ({
    equations: spiral(0, omega),
    initial: Float64Array.of(1, 0),
  }));
  const blowUp = { variables: ['z1', 'z2'], evaluate: grow };
  const { paths, band } = rollOutEnsemble(
    [...members, { equations: blowUp, initial: Float64Array.of(1, 0) }],
    grid,
    { levels: [0, 1] },
  );
  assert.equal(
    paths.map(({ status }) => status),
    [...members.map(() => 'complete'), 'diverged'],
  );
  const truth = rollOut(spiral(0, 1), Float64Array.of(1, 0), grid).states;
  truth.forEach((value, at) => {
    assert.ok(band!.lower[at] <= value + 1e-9 && value - 1e-9 <= band!.upper[at]);
  });
  const lost = [{ equations: blowUp, initial: Float64Array.of(1, 0) }];
  assert.is(rollOutEnsemble(lost, grid).band, undefined);
  assert.throws(() => rollOutEnsemble([], grid), /members/);
});

function grow({ 0: x }: ArrayLike<number>, velocity: Float64Array): void {
  velocity.fill(x * x);
}

test('a quadratic map is found exactly, where an affine one cannot follow', () => {
  const henon = ({ 0: x, 1: y }: Float64Array, next: Float64Array): void => {
    next.set([1 - 1.4 * x * x + y, 0.3 * x]);
  };
  const paths = [0, 0.1].map((x) => iterateMap(henon, Float64Array.of(x, 0), 300));
  const found = fitQuadraticMap(paths, 2);
  const start = Float64Array.of(0.3, 0.1);
  close(iterateMap(found, start, 12), iterateMap(henon, start, 12), { atol: 1e-4 });
  const twice = fitQuadraticMap(paths, 2, 2);
  assert.ok(Math.abs(iterateMap(twice, start, 2)[2] - iterateMap(henon, start, 3)[4]) > 1e-3);
});

test.run();
