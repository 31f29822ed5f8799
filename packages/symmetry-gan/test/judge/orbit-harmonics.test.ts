import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type RandomStream, type SymmetryBasis } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import type { CoefficientLaw } from '@noether/symmetry-gan';
import { orbitHarmonic, type OrbitHarmonic } from '../../src/judge/orbit-harmonics.js';
import { planesOf } from '../../src/judge/turning-planes.js';

/** Two rotations of ℝ⁴, the second only about the second plane. */
const basis: SymmetryBasis = symmetryBasis({
  dimension: 4,
  generators: [
    Float64Array.of(0, -2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -5, 0, 0, 5, 0),
  ],
  centre: Float64Array.of(1, 2, 3, 4),
  provenance: { stage: 'test' },
});

/** States on a torus about the centre, by two angles. */
const torus = (
  count: number,
  angles: (random: RandomStream) => readonly [number, number],
): Float64Array => {
  const random = randomStream(1);
  return Float64Array.from(
    Array.from({ length: count }, () =>
      angles(random)
        .flatMap((angle) => [Math.cos(angle), Math.sin(angle)])
        .map((value, at) => value + basis.centre[at]),
    ).flat(),
  );
};

const normal: CoefficientLaw = { law: 'normal', scale: 1 };

const measure = (
  latent: Float64Array,
  law: CoefficientLaw = normal,
  by = basis,
): OrbitHarmonic | null => orbitHarmonic(planesOf(by), by, latent, law);

const turn = (random: RandomStream): number => 2 * Math.PI * random.uniform();

/** One rotation of both planes at this rate. */
const alike = (rate: number): SymmetryBasis => {
  const both = [0, -rate, 0, 0, rate, 0, 0, 0, 0, 0, 0, -rate, 0, 0, rate, 0];
  return symmetryBasis({ ...basis, generators: [Float64Array.from(both)] });
};

test('states spread evenly over a torus have no harmonic but chance', () => {
  const found = measure(torus(2000, (random) => [turn(random), turn(random)]));
  assert.ok(found && found.amplitude < 0.08 && found.pValue > 0.05, JSON.stringify(found));
});

test('points at a third of a turn in one of two planes have all of the third', () => {
  const third = (random: RandomStream): number => (2 * Math.PI * random.integer(3)) / 3;
  const found = measure(torus(2000, (random) => [turn(random), third(random)]));
  assert.is(found && found.order % 3, 0);
  assert.ok(found && Math.abs(found.amplitude - 1) < 0.05 && found.pValue < 1e-9);
});

test('clusters in one of two planes that turn at one rate are seen', () => {
  const sixth = (random: RandomStream): number => (2 * Math.PI * random.integer(6)) / 6;
  for (const angles of [
    (random: RandomStream): [number, number] => [turn(random), sixth(random)],
    (random: RandomStream): [number, number] => [sixth(random), turn(random)],
  ]) {
    const found = measure(torus(2000, angles), normal, alike(3));
    assert.ok(found && found.order % 6 === 0 && found.amplitude > 0.9, JSON.stringify(found));
  }
});

test('coefficients that turn states slowly see the whole unevenness', () => {
  const uneven = (random: RandomStream): number => {
    for (;;) {
      const angle = turn(random);
      if (1.6 * random.uniform() <= 1 + 0.6 * Math.cos(angle)) return angle;
    }
  };
  const latent = torus(2000, (random) => [turn(random), uneven(random)]);
  for (const [law, rate] of [
    [normal, 3],
    [normal, 0.5],
    [{ law: 'uniform', scale: 1 }, 0.9],
    [{ law: 'integer', scale: 1 }, 0.6],
  ] as const) {
    const found = measure(latent, law, alike(rate));
    assert.is(found?.order, 1);
    assert.ok(found && Math.abs(found.amplitude - 0.3) < 0.03, JSON.stringify(found));
  }
});

test('a harmonic that the coefficients do not reach is no difference', () => {
  const fifth = (random: RandomStream): number => (2 * Math.PI * random.integer(5)) / 5;
  const latent = torus(2000, (random) => [turn(random), fifth(random)]);
  const found = measure(latent, { law: 'integer', scale: 2 }, alike((2 * Math.PI) / 5));
  assert.ok(found && found.amplitude < 0.08, JSON.stringify(found));
  const other = measure(latent, { law: 'integer', scale: 2 }, alike((2 * Math.PI) / 7));
  assert.is(other && other.order % 5, 0);
  assert.ok(other && other.amplitude > 0.9);
  assert.is(measure(latent, { law: 'integer', scale: 2 }, alike(2 * Math.PI)), null);
});

test('few states may lie unevenly by chance', () => {
  const found = measure(torus(40, (random) => [turn(random), turn(random)]));
  assert.ok(found && found.amplitude > 1 / 6 && found.pValue > 0.01, JSON.stringify(found));
});

test.run();
