import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { integerEntries, principalAngles, so, sparsestBasis } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { nullGap } from '../../src/interpret/null-gap.js';
import { disguise } from './disguise.js';

const test = suite('reading a basis');

const unit = (index: number): Float64Array => {
  const matrix = new Float64Array(4);
  matrix[index] = 1;
  return matrix;
};

test('principal angles of spans that share a direction and make an angle', () => {
  for (const angle of [1e-9, 1e-3, 0.4, Math.PI / 2]) {
    const turned = Float64Array.of(0, Math.cos(angle), Math.sin(angle), 0);
    const angles = principalAngles([unit(0), unit(1)], [turned, unit(0)]);
    close(angles, [0, angle], { atol: 1e-15, rtol: 1e-6 });
  }
});

test('principal angles do not depend on basis or scale, and a part lies in the whole', () => {
  const random = randomStream('angles');
  const a = disguise(so(3).generators, 3, 0.1, random);
  const b = so(3).generators;
  const mixed = [
    a[0].map((entry, e) => 3 * entry - a[1][e]),
    a[1].map((entry, e) => entry + 0.2 * a[2][e]),
    a[2].map((entry) => -7 * entry),
  ];
  close(principalAngles(mixed, b), principalAngles(a, b), { atol: 1e-10 });
  close(principalAngles(b, a), principalAngles(a, b), { atol: 1e-10 });
  close(principalAngles(a.slice(1), mixed), [0, 0], { atol: 1e-10 });
  assert.throws(() => principalAngles([], b), /matrices of one size/);
  assert.throws(() => principalAngles([unit(0)], b), /matrices of one size/);
});

test('what has no span is refused, and no scale is too large or too small', () => {
  const zero = new Float64Array(4);
  assert.throws(() => principalAngles([zero], [unit(0)]), /every matrix must be finite and not 0/);
  assert.throws(() => principalAngles([unit(0)], [unit(1), zero]), /finite and not 0/);
  assert.throws(() => principalAngles([zero.map(() => NaN)], [unit(0)]), /finite and not 0/);
  for (const wrong of [[zero], [unit(0), zero], [unit(0), unit(0)], [zero.map(() => NaN)]]) {
    assert.throws(() => sparsestBasis(wrong), /generators is .*finite and independent, none 0/);
  }
  assert.throws(() => sparsestBasis([]), /generators is .*give matrices of one size/);
  assert.throws(() => sparsestBasis([unit(0), new Float64Array(9)]), /matrices of one size/);
  for (const scale of [1e-300, 1e-200, 1e200, 1e300]) {
    const [x, y] = [unit(0), unit(1)].map((matrix) => matrix.map((entry) => scale * entry));
    const turned = Float64Array.of(0, Math.cos(0.4) / scale, Math.sin(0.4) / scale, 0);
    close(principalAngles([x, y], [turned, unit(0)]), [0, 0.4], { atol: 1e-15 });
    close(sparsestBasis([y, x])[0], unit(0), { atol: 1e-15 });
    const reading = integerEntries(Float64Array.of(2 * scale, -scale));
    assert.equal(reading.integers, [2, -1]);
  }
  assert.throws(() => integerEntries(Float64Array.of(1, NaN)), /matrix holds NaN at index 1/);
});

test('the sparsest basis of mixed rotations is the textbook one', () => {
  const [x, y, z] = so(3).generators;
  const mixed = [
    x.map((e, i) => 2 * e - y[i] + 0.3 * z[i]),
    x.map((e, i) => e + 4 * y[i]),
    x.map((e, i) => -e + y[i] + z[i]),
  ];
  const basis = sparsestBasis(mixed);
  close(basis[0], [0, 1, 0, -1, 0, 0, 0, 0, 0], { atol: 1e-12 });
  close(basis[1], [0, 0, 1, 0, 0, 0, -1, 0, 0], { atol: 1e-12 });
  close(basis[2], [0, 0, 0, 0, 0, 1, 0, -1, 0], { atol: 1e-12 });
});

test('integer entries: weights, halves, and noise within the tolerance', () => {
  const weights = integerEntries(Float64Array.of(0, 1.3, -1.3, 0, 0, 2.6, -2.6, 0));
  assert.ok(weights.holds);
  close(weights.scale, 1.3, { rtol: 1e-12 });
  assert.equal(weights.integers, [0, 1, -1, 0, 0, 2, -2, 0]);
  const noisy = integerEntries(Float64Array.of(1.005, 0.004, -0.003, 0.498));
  assert.ok(noisy.holds && noisy.error > 0.001 && noisy.error < 0.02);
  assert.equal(noisy.integers, [2, 0, 0, 1]);
  assert.equal(integerEntries(Float64Array.of(-2 / 3, 0.5)).integers, [-4, 3]);
  assert.not(integerEntries(Float64Array.of(1, Math.SQRT1_2)).holds);
  assert.equal(integerEntries(new Float64Array(2)).integers, [0, 0]);
});

test('the gap rule', () => {
  assert.equal(nullGap(Float64Array.of(1e-4, 2e-4, 0.5, 1), 0.01), { dimension: 2, gap: 2500 });
  assert.is(nullGap(Float64Array.of(0.3, 0.5, 1), 0.01).dimension, 0);
  assert.is(nullGap(Float64Array.of(0, 0), 0.01).dimension, 2);
  assert.ok(nullGap(Float64Array.of(0, 1), 0.01).gap > 1e14);
});

test.run();
