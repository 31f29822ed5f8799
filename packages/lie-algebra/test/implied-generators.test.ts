import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  bracket,
  closureResidual,
  coordinates,
  combine,
  eigenplaneRotations,
  impliedGenerators,
  lorentz,
  so,
  so3Irreducible,
} from '@noether/lie-algebra';
import { inverse, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

/** B L B⁻¹. */
const seenFrom = (b: Float64Array, l: Float64Array, n: number): Float64Array =>
  multiply(multiply(b, l, n, n, n), inverse(b, n), n, n, n);

/** Turns plane p, coordinates 2p and 2p + 1, with rate p of `rates`. */
function turning(rates: readonly number[], n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  rates.forEach((rate, plane) => {
    matrix[2 * plane * n + 2 * plane + 1] = -rate;
    matrix[(2 * plane + 1) * n + 2 * plane] = rate;
  });
  return matrix;
}

/** A random change of coordinates, not far from the identity, or an orthogonal one by Gram and Schmidt. */
function coordinatesOf(seed: string, n: number): Float64Array {
  const noise = randomStream(seed).fillNormal(new Float64Array(n * n));
  return noise.map((value, at) => (at % (n + 1) === 0 ? 1 : 0) + 0.25 * value);
}

function orthogonal(seed: string, n: number): Float64Array {
  const rows = randomStream(seed).fillNormal(new Float64Array(n * n));
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * n, (i + 1) * n);
    for (let j = 0; j < i; j++) {
      const other = rows.subarray(j * n, (j + 1) * n);
      const share = row.reduce((sum, value, k) => sum + value * other[k], 0);
      row.forEach((value, k) => (row[k] = value - share * other[k]));
    }
    const norm = Math.hypot(...row);
    row.forEach((value, k) => (row[k] = value / norm));
  }
  return rows;
}

const outside = (span: readonly Float64Array[], matrix: Float64Array): number => {
  const inside = combine(span, coordinates(span, [matrix]));
  return Math.hypot(...matrix.map((value, at) => value - inside[at])) / Math.hypot(...matrix);
};

test('a rotation is the sum of commuting ones, each in the planes of one rate', () => {
  for (const seed of ['a', 'b', 'c']) {
    const q = orthogonal(seed, 7);
    const parts = eigenplaneRotations(seenFrom(q, turning([1, -2.5, 4], 7), 7), 7);
    const expected = [turning([1], 7), turning([0, -2.5], 7), turning([0, 0, 4], 7)];
    assert.is(parts.length, 3);
    parts.forEach((part, at) => close(part, seenFrom(q, expected[at], 7), { atol: 1e-12 }));
    parts.forEach((a) =>
      parts.forEach((b) => close(bracket(a, b, 7), new Float64Array(49), { atol: 1e-11 })),
    );
  }
});

test('rates next to each other count as one, slow ones as none', () => {
  const equal = eigenplaneRotations(turning([2, 2.008, 0.05], 6), 6);
  assert.is(equal.length, 1);
  close(equal[0], turning([2, 2.008], 6), { atol: 1e-12 });
  assert.equal(eigenplaneRotations(new Float64Array(16), 4), []);
});

test('one generator of a torus implies the others, whatever the coordinates', () => {
  for (const seed of ['a', 'b', 'c', 'd']) {
    const b = coordinatesOf(seed, 6);
    const planes = [turning([1], 6), turning([0, 1], 6), turning([0, 0, 1], 6)];
    const seen = planes.map((plane) => seenFrom(b, plane, 6));
    const one = seenFrom(b, turning([1, Math.SQRT2, 3.7], 6), 6);
    const implied = impliedGenerators([one], 6);
    assert.is(implied.length, 3);
    implied.forEach((generator, at) => {
      close(
        generator,
        seen[at].map((entry) => 3.7 * entry),
        { atol: 1e-9 },
      );
    });
    assert.is(impliedGenerators(implied, 6).length, 3);
  }
});

test('two rotations of space imply the third, in a larger representation too', () => {
  for (const { generators, n } of [
    { generators: so(3).generators, n: 3 },
    { generators: so3Irreducible(2).generators, n: 5 },
  ]) {
    const b = coordinatesOf('space', n);
    const seen = generators.map((generator) => seenFrom(b, generator, n));
    const mixed = seen[0].map((entry, at) => entry + 0.5 * seen[1][at]);
    const implied = impliedGenerators([seen[0], mixed], n);
    assert.is(implied.length, 3);
    assert.ok(closureResidual(implied, n) < 1e-9);
    for (const generator of implied) assert.ok(outside(seen, generator) < 1e-9);
  }
});

test('nothing is implied by a rotation of one plane, by an algebra and by what is not compact', () => {
  const given = [
    [turning([1], 2)],
    [turning([1], 4)],
    [turning([1, 1], 4)],
    so(3).generators,
    so(4).generators,
    lorentz.generators.slice(3),
    [lorentz.generators[0]],
    [Float64Array.of(0, 1, 0, 0)],
    [new Float64Array(4)],
  ];
  for (const generators of given) {
    const n = Math.sqrt(generators[0].length);
    assert.is(impliedGenerators(generators, n), generators);
  }
});

test('learned errors imply nothing', () => {
  const random = randomStream('errors');
  for (const generators of [
    [turning([5, 0.1], 4)],
    [turning([3], 4), turning([0, 3], 4)],
    [...so(3).generators],
  ]) {
    const n = Math.sqrt(generators[0].length);
    const learned = generators.map((generator) =>
      generator.map((entry) => entry + 0.02 * Math.hypot(...generator) * random.normal()),
    );
    assert.is(impliedGenerators(learned, n).length, generators.length);
  }
});

test('faulty generators are named', () => {
  assert.throws(() => impliedGenerators([], 2), /generators/);
  assert.throws(() => impliedGenerators([Float64Array.of(0, 1, NaN, 0)], 2), /finite/);
  assert.throws(() => eigenplaneRotations(new Float64Array(3), 2), /generators\[0\]/);
});

test.run();
