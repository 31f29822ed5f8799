import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, symmetryBasis, type RandomStream } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { judgeAction, type ActionJudgement } from '@noether/symmetry-gan';

type Draw = (random: RandomStream) => readonly number[];

/** What the judgement says of these generators, by windows of one state. */
function judge(generators: readonly (readonly number[])[], draw: Draw): Promise<ActionJudgement> {
  const dimension = Math.sqrt(generators[0].length);
  const windows = (count: number, seed: number): Float64Array => {
    const random = randomStream(seed);
    return Float64Array.from(Array.from({ length: count }, () => draw(random)).flat());
  };
  const basis = symmetryBasis({
    dimension,
    generators: generators.map((entries) => Float64Array.from(entries)),
    centre: new Float64Array(dimension),
    provenance: { stage: 'test' },
  });
  const samples = {
    encoder: identityEncoder(dimension),
    basis,
    heldOut: windows(300, 1),
    reference: windows(1000, 2),
    timesteps: 1,
  };
  return judgeAction(samples, randomStream(3));
}

const TURN = 2 * Math.PI;
const polar = (radius: number, angle: number): number[] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];
const normals =
  (count: number): Draw =>
  (random) =>
    Array.from({ length: count }, () => random.normal());
const even: Draw = (random) => polar(1 + 0.1 * random.normal(), TURN * random.uniform());
/** Rotations of planes one after the other, by rate and growth, and directions at rest. */
function turning(planes: readonly (readonly [number, number])[], resting = 0): number[] {
  const k = 2 * planes.length + resting;
  const generator = new Array<number>(k * k).fill(0);
  planes.forEach(([rate, growth], plane) => {
    const at = 2 * plane * (k + 1);
    generator[at] = growth;
    generator[at + 1] = -rate;
    generator[at + k] = rate;
    generator[at + k + 1] = growth;
  });
  return generator;
}

test('a ring ten times as large hides no plane that grows or waves', async () => {
  const beside =
    (draw: Draw): Draw =>
    (random) => [...even(random).map((value) => 10 * value), ...draw(random)];
  const rotations = turning([
    [3, 0],
    [3, 0],
  ]);
  const kept = await judge([rotations], beside(even));
  assert.is(kept.verdict, 'symmetry', kept.reason);
  const wavy: Draw = (random) => {
    const angle = TURN * random.uniform();
    return polar((1 + 0.1 * random.normal()) * (1 + 0.4 * Math.cos(5 * angle)), angle);
  };
  const waved = await judge([rotations], beside(wavy));
  assert.is(waved.verdict, 'no-symmetry', waved.reason);
  assert.match(waved.reason, /^The radius of the states waves 5 × a turn, by ± \d+ %: /);
  assert.ok(waved.wave && Math.abs(waved.wave.amplitude - 0.2) < 0.04);
  const growing = turning([
    [3, 0],
    [3, 0.25],
  ]);
  const grown = await judge([growing], beside(normals(2)));
  assert.is(grown.verdict, 'no-symmetry', grown.reason);
  assert.ok(grown.growth !== null && Math.abs(grown.growth - 0.25) < 0.01);
  assert.match(grown.reason, /^The generators stretch the states by 0\.25 e-folds/);
});

test('variables at rest neither hide a broken plane nor make a rotation the identity', async () => {
  const rested =
    (draw: Draw): Draw =>
    (random) => [...draw(random), ...normals(20)(random)];
  const kept = await judge([turning([[3, 0]], 20)], rested(normals(2)));
  assert.is(kept.verdict, 'symmetry', kept.reason);
  assert.ok(kept.movement < 0.1 && kept.planes && kept.planes.movement > 0.8);
  const wide = await judge([turning([[3, 1.2]], 20)], rested(normals(2)));
  assert.is(wide.verdict, 'no-symmetry', wide.reason);
  assert.match(wide.reason, /^Transformed states differ .* in a plane that the generators turn/);
  const uneven = await judge(
    [turning([[3, 0]], 20)],
    rested((random) => polar(1, (TURN * random.integer(3)) / 3 + 0.3 * random.normal())),
  );
  assert.is(uneven.verdict, 'no-symmetry', uneven.reason);
});

test('slow rotations see what faster ones do', async () => {
  const corner: Draw = (random) => polar(1, (TURN * random.integer(3)) / 3 + 0.3 * random.normal());
  for (const rate of [0.5, 0.7, 3]) {
    const kept = await judge([turning([[rate, 0]])], even);
    assert.is(kept.verdict, 'symmetry', kept.reason);
    const found = await judge([turning([[rate, 0]])], corner);
    assert.is(found.verdict, 'no-symmetry', found.reason);
  }
  const slow = await judge([turning([[0.7, 0.1]])], normals(2));
  assert.is(slow.verdict, 'no-symmetry', slow.reason);
  assert.ok(slow.growth !== null && Math.abs(slow.growth - 0.2 / 0.7) < 0.02);
});

test('a boost, a scaling or a shear of a round normal distribution is none', async () => {
  for (const generator of [
    [0, 0.45, 0.45, 0],
    [0.45, 0, 0, 0.45],
    [0, 0.8, 0, 0],
  ]) {
    const found = await judge([generator], normals(2));
    assert.is(found.verdict, 'no-symmetry', found.reason);
  }
  const sheared = await judge([[0, 0.8, 0, 0]], normals(2));
  assert.match(sheared.reason, /^The action changes the variance of a latent direction/);
  const both = await judge([turning([[3, 0]]), [0, 0.4, 0.4, 0]], normals(2));
  assert.is(both.verdict, 'no-symmetry', both.reason);
  assert.is((await judge([turning([[3, 0]])], normals(2))).verdict, 'symmetry');
});

test('a thin direction may take up what an autoencoder loses, a wide one not', async () => {
  const tilted = (by: number): number[] => [0, -3, 0, 3, 0, 0, by, 0, 0];
  const flat =
    (width: number): Draw =>
    (random) => [...even(random), width * random.normal()];
  const thin = await judge([tilted(0.15)], flat(0.05));
  assert.is(thin.verdict, 'symmetry', thin.reason);
  const wide = await judge([tilted(0.9)], flat(0.2));
  assert.is(wide.verdict, 'no-symmetry', wide.reason);
});

test.run();
