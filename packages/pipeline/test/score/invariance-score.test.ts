import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis, type InvarianceScore } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { invarianceScore } from '../../src/score/invariance-score.js';

const random = randomStream(1);
const states = random.split('states').fillNormal(new Float64Array(2000));
const centre = Float64Array.of(0.3, -0.2);
const provenance = { stage: 'test' };
const about = {
  name: 'r²',
  evaluate: (x: ArrayLike<number>) => (x[0] - centre[0]) ** 2 + (x[1] - centre[1]) ** 2,
};
const score = async (generator: number[]): Promise<InvarianceScore> => {
  const generators = [Float64Array.from(generator)];
  const basis = symmetryBasis({ dimension: 2, generators, centre, provenance });
  const encoder = identityEncoder(2);
  const found = await invarianceScore(encoder, basis, about, states, random.split('score'));
  if (!found) throw new Error('r² differs between states');
  return found;
};

test('a rotation about the centre keeps the distance from it', async () => {
  const { transformed, reconstructed, shuffled, ratio } = await score([0, -2, 2, 0]);
  assert.ok(transformed < 1e-12);
  assert.is(reconstructed, 0);
  assert.ok(shuffled > 1);
  assert.is(ratio, transformed / shuffled);
});

test('a scaling by exp(w) changes r² by |exp(2w) − 1| of itself', async () => {
  const { transformed } = await score([0.1, 0, 0, 0.1]);
  const mean = states.reduce((sum, _, at) => {
    return at % 2 === 0 ? sum + about.evaluate(states.subarray(at, at + 2)) / 1000 : sum;
  }, 0);
  // E|exp(0.2 w) − 1| over w ~ N(0, 1), by quadrature.
  let expected = 0;
  for (let w = -8; w <= 8; w += 0.001) {
    const density = (Math.exp((-w * w) / 2) / Math.sqrt(2 * Math.PI)) * 0.001;
    expected += Math.abs(Math.exp(0.2 * w) - 1) * density * mean;
  }
  assert.ok(Math.abs(transformed / expected - 1) < 0.1, `${transformed} for ${expected}`);
});

test('a state that is thrown to infinity counts, but does not hide the others', async () => {
  const { ratio } = await score([1e3, 0, 0, 1e3]);
  assert.ok(ratio > 300 && ratio < 1000, 'about half of the states count a thousand shuffles');
});

test.run();
