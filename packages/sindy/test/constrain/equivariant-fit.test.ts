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

/** Noisy rows of x' = −0.1 x − y, y' = x − 0.1 y − small cubic friction. */
function factor(noise: number): Float64Array {
  const random = randomStream('equivariant');
  const qr = streamingQr(p + 2);
  const theta = new Float64Array(p);
  for (let row = 0; row < 80; row++) {
    const state = random.fillNormal(new Float64Array(2));
    library.evaluate(state, 0, 1, theta);
    const [x, y] = state;
    const error = random.fillNormal(new Float64Array(2)).map((value) => value * noise);
    qr.push(Float64Array.of(...theta, -0.1 * x - y + error[0], x - 0.1 * y + error[1]), 1);
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
