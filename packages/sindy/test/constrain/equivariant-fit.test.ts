import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type SymmetryBasis, symmetryBasis } from '@noether/contracts';
import { expm, multiply, randomStream, streamingQr } from '@noether/numerics';
import { close } from '@noether/testkit';
import { equivariantFit } from '../../src/constrain/equivariant-fit.js';
import { fourierLibrary } from '../../src/library/fourier.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';

const library = polynomialLibrary(['x', 'y'], 3);
const p = library.terms.length;
const rotation = (centre: number[]): SymmetryBasis =>
  symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -1, 1, 0)],
    centre: Float64Array.from(centre),
    provenance: { stage: 'test' },
  });

/** Noisy rows of x' = −0.1 x − y, y' = x − 0.1 y, with states and velocities in units of 1/scale. */
function factor(noise: number, scale = 1): Float64Array {
  const random = randomStream('equivariant');
  const qr = streamingQr(p + 2);
  const theta = new Float64Array(p);
  for (let row = 0; row < 80; row++) {
    const state = random.fillNormal(new Float64Array(2));
    const [x, y] = state;
    library.evaluate(
      state.map((value) => scale * value),
      0,
      1,
      theta,
    );
    const error = random.fillNormal(new Float64Array(2)).map((value) => value * noise);
    const velocities = [-0.1 * x - y + error[0], x - 0.1 * y + error[1]];
    qr.push(Float64Array.of(...theta, ...velocities.map((value) => scale * value)), 1);
  }
  return qr.factor();
}

function velocity(coefficients: Float64Array, state: Float64Array): Float64Array {
  const theta = new Float64Array(p);
  library.evaluate(state, 0, 1, theta);
  return multiply(coefficients, theta, 2, p, 1);
}

for (const centre of [
  [0, 0],
  [0.5, -1],
]) {
  test(`f(g z) = g f(z) for rotations about ${centre.join(', ')}`, () => {
    const { coefficients, free } = equivariantFit(factor(0.3), library.terms, rotation(centre));
    assert.is(free, 4);
    for (const angle of [0.3, 2]) {
      const g = expm(Float64Array.of(0, -angle, angle, 0), 2);
      const state = Float64Array.of(0.7, -0.4);
      const shifted = state.map((value, at) => value - centre[at]);
      const moved = multiply(g, shifted, 2, 2, 1).map((value, at) => value + centre[at]);
      const expected = multiply(g, velocity(coefficients, state), 2, 2, 1);
      close(velocity(coefficients, moved), expected, { rtol: 1e-10, atol: 1e-10 });
    }
  });
}

for (const scale of [1e-6, 1e-3, 1e6]) {
  for (const softness of [undefined, 0]) {
    test(`data times ${scale}: each coefficient times ${scale}^(1 − degree), softness ${softness}`, () => {
      const centre = [0.5, -1];
      const fit = (by: number): ReturnType<typeof equivariantFit> => {
        const symmetry = rotation(centre.map((value) => by * value));
        return equivariantFit(factor(0.1, by), library.terms, symmetry, {
          ...(softness === undefined ? {} : { softness }),
        });
      };
      const [plain, scaled] = [fit(1), fit(scale)];
      assert.is(scaled.free, plain.free);
      const expected = plain.coefficients.map((value, at) => {
        const degree = library.terms[at % p].exponents.reduce((sum, power) => sum + power, 0);
        return value * scale ** (1 - degree);
      });
      const ratios = scaled.coefficients.map((value, at) => (value || 1) / (expected[at] || 1));
      close(ratios, new Float64Array(ratios.length).fill(1), { rtol: 1e-9 });
    });
  }
}

test('terms without the symmetry are exactly zero, however large the data', () => {
  for (const scale of [1e-6, 1, 1e6]) {
    const { coefficients } = equivariantFit(factor(0.1, scale), library.terms, rotation([0, 0]));
    const names = Array.from(coefficients).flatMap((value, at) =>
      value === 0 ? [] : [library.terms[at % p].name],
    );
    const odd = ['x', 'y', 'x^3', 'x^2 y', 'x y^2', 'y^3'];
    assert.equal(names, [...odd, ...odd]);
  }
});

test('thresholding keeps the symmetry and leaves the true terms', () => {
  const { coefficients, free } = equivariantFit(factor(0.1), library.terms, rotation([0, 0]), {
    threshold: 0.05,
  });
  assert.is(free, 2);
  const names = Array.from(coefficients).flatMap((value, at) =>
    value === 0 ? [] : [library.terms[at % p].name],
  );
  assert.equal(names, ['x', 'y', 'x', 'y']);
  close(coefficients[1], coefficients[p + 2], { atol: 1e-12 });
  close(coefficients[2], -coefficients[p + 1], { atol: 1e-12 });
});

test('softness goes from free least squares to the exact constraint', () => {
  const data = factor(0.3);
  const exact = equivariantFit(data, library.terms, rotation([0, 0])).coefficients;
  const soft = (softness: number): Float64Array =>
    equivariantFit(data, library.terms, rotation([0, 0]), { softness }).coefficients;
  const distance = (a: Float64Array): number => Math.hypot(...a.map((v, at) => v - exact[at]));
  const distances = [0, 1, 100, 1e10].map((softness) => distance(soft(softness)));
  for (let at = 1; at < distances.length; at++) assert.ok(distances[at] < distances[at - 1]);
  assert.ok(distances[3] < 1e-7);
});

test('what cannot be constrained is told', () => {
  const waves = fourierLibrary(['x', 'y'], 1).terms;
  assert.throws(
    () => equivariantFit(factor(0), waves, rotation([0, 0])),
    /terms is "sin\(1 x\)"; a symmetry constrains libraries of monomials only/,
  );
  const one = polynomialLibrary(['x'], 1).terms;
  assert.throws(
    () => equivariantFit(factor(0), one, rotation([0, 0])),
    /they must act on 1 variables/,
  );
});

test.run();
