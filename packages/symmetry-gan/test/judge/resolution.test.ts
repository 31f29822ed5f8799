import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis, type RandomStream } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { judgeAction, type ActionJudgement } from '@noether/symmetry-gan';

type Draw = (random: RandomStream) => readonly [radius: number, angle: number];

const TURN = 2 * Math.PI;

/** What the judgement says of rotations of the plane, by windows of one state. */
function judge(draw: Draw, count: number, seed = 1): Promise<ActionJudgement> {
  const states = (rows: number, random: RandomStream): Float64Array =>
    Float64Array.from(
      Array.from({ length: rows }, () => {
        const [radius, angle] = draw(random);
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }).flat(),
    );
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -3, 3, 0)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });
  const samples = {
    encoder: identityEncoder(2),
    basis,
    heldOut: states(count, randomStream(11)),
    reference: states(2000, randomStream(12)),
    timesteps: 1,
  };
  return judgeAction(samples, randomStream(seed));
}

const clusters =
  (count: number, deviation: number): Draw =>
  (random) => [
    1 + 0.1 * random.normal(),
    (TURN * random.integer(count)) / count + deviation * random.normal(),
  ];

const withoutSector =
  (degrees: number): Draw =>
  (random) => [
    Math.hypot(random.normal(), random.normal()),
    (TURN * (degrees + (360 - degrees) * random.uniform())) / 360,
  ];

test('eight clusters are told by the eighth harmonic, blurred ones are even', async () => {
  const sharp = await judge(clusters(8, 0.15), 500);
  assert.is(sharp.verdict, 'no-symmetry', sharp.reason);
  assert.is(sharp.harmonic?.order, 8);
  assert.ok(
    sharp.harmonic && Math.abs(sharp.harmonic.amplitude - Math.exp(-32 * 0.15 ** 2)) < 0.06,
  );
  assert.ok(sharp.twoSample.statistic - sharp.control.statistic < 0.003, 'what distances see');
  assert.match(
    sharp.reason,
    /^States lie unevenly along the orbits, their density rises and falls 8 times a turn, by \d+ %:/,
  );
  const blurred = await judge(clusters(8, 0.35), 500);
  assert.is(blurred.verdict, 'symmetry', blurred.reason);
});

test('a missing sector of 75 degrees is seen, one of 30 is not', async () => {
  const wide = await judge(withoutSector(75), 1000);
  assert.is(wide.verdict, 'no-symmetry', wide.reason);
  const narrow = await judge(withoutSector(30), 1000);
  assert.is(narrow.verdict, 'symmetry', narrow.reason);
});

/** Density 1 + a cos kθ on a circle. */
const uneven =
  (a: number, k: number): Draw =>
  (random) => {
    for (;;) {
      const angle = TURN * random.uniform();
      if ((1 + a) * random.uniform() <= 1 + a * Math.cos(k * angle)) return [1, angle];
    }
  };

test('the energy statistic of a circle is the sum of |a|² / (4k² − 1)', async () => {
  for (const k of [1, 2]) {
    const { twoSample, control, harmonic } = await judge(uneven(0.8, k), 1000);
    const expected = 0.4 ** 2 / (4 * k ** 2 - 1);
    const excess = twoSample.statistic - control.statistic;
    assert.ok(Math.abs(excess - expected) < 0.2 * expected, `${excess} for ${expected}`);
    assert.is(harmonic?.order, k);
    assert.ok(harmonic && Math.abs(harmonic.amplitude - 0.4) < 0.05);
  }
});

test('other draws of g and other halves hardly change the excess', async () => {
  const excesses = [];
  for (const seed of [1, 2, 3]) {
    const { twoSample, control } = await judge(uneven(0.2, 1), 500, seed);
    excesses.push(twoSample.statistic - control.statistic);
  }
  const range = Math.max(...excesses) - Math.min(...excesses);
  assert.ok(range < 0.004, `${range}: some 0.01 for one draw`);
});

test.run();
