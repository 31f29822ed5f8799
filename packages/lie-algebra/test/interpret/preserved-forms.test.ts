import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { invariantForm, orthogonalCoordinates, preservedForms, so } from '@noether/lie-algebra';
import { inverse, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';
import { knownAlgebras } from '../../src/interpret/known-algebras.js';
import { disguise } from './disguise.js';

const test = suite('preservedForms');

const known = (name: string, n: number, c: number): readonly Float64Array[] => {
  const algebra = knownAlgebras(n, c).find((other) => other.name === name);
  assert.ok(algebra, name);
  return algebra.generators;
};

test('the Lorentz algebra preserves diag(−1, 1, 1, 1) alone', () => {
  const { forms, spectrum, gap, signature } = preservedForms(known('so(1,3)', 4, 6), 4);
  assert.is(forms.length, 1);
  assert.is(spectrum.length, 10);
  assert.ok(gap > 1e6);
  const sign = Math.sign(forms[0][5]);
  close(
    forms[0],
    [-0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5].map((entry) => sign * entry),
    { atol: 1e-7 },
  );
  assert.is(signature[2], 0);
  assert.is(Math.min(signature[0], signature[1]), 1);
});

test('sp(4) preserves a skew form and no symmetric one', () => {
  const generators = known('sp(4)', 4, 10);
  assert.is(preservedForms(generators, 4, 'skew').forms.length, 1);
  assert.is(preservedForms(generators, 4, 'symmetric').forms.length, 0);
  const [form] = preservedForms(generators, 4, 'any').forms;
  close(
    transpose(form, 4, 4),
    form.map((entry) => -entry),
    { atol: 1e-7 },
  );
});

test('a turn of the plane preserves length and area, gl(2) nothing', () => {
  assert.is(preservedForms(so(2).generators, 2, 'any').forms.length, 2);
  assert.is(preservedForms(known('gl(2)', 2, 4), 2, 'any').forms.length, 0);
});

test('the form of a noisy conjugated algebra is nearly preserved, with a gap', () => {
  const random = randomStream('forms');
  for (let trial = 0; trial < 10; trial++) {
    const found = disguise(known('so(1,3)', 4, 6), 4, 1e-3, random);
    const { forms, spectrum, gap } = preservedForms(found, 4);
    assert.is(forms.length, 1);
    assert.ok(gap > 10 && spectrum[0] < 0.03, `gap ${gap}, residual ${spectrum[0]}`);
    const left = found.map((matrix) => {
      const product = multiply(forms[0], matrix, 4, 4, 4);
      return Math.hypot(...product.map((entry, e) => entry + transpose(product, 4, 4)[e])) ** 2;
    });
    const norms = found.map((matrix) => Math.hypot(...matrix));
    const total = Math.sqrt(left.reduce((sum, square, i) => sum + square / norms[i] ** 2, 0));
    close(total, spectrum[0], { rtol: 1e-6 });
  }
});

test('says what is wrong', () => {
  assert.throws(() => preservedForms([new Float64Array(4)], 2), /generators/);
  assert.throws(() => preservedForms([Float64Array.of(1)], 1, 'skew'), /n of at least 2/);
});

test('invariantForm of several is common to all, and of one as before', () => {
  const random = randomStream('common form');
  const found = disguise(so(3).generators, 3, 0, random);
  const form = invariantForm(found, 3);
  for (const matrix of found) {
    const product = multiply(form, matrix, 3, 3, 3);
    close(
      product,
      transpose(product, 3, 3).map((entry) => -entry),
      { atol: 1e-7 },
    );
  }
  const turn = Float64Array.of(0, 2, -0.5, 0);
  close(invariantForm([turn], 2), invariantForm(turn, 2), { atol: 0 });
  close(Math.hypot(...form), 1, { rtol: 1e-12 });
});

test('orthogonalCoordinates makes all generators of a compact group skew', () => {
  const random = randomStream('common coordinates');
  for (const n of [3, 4]) {
    const found = disguise(so(n).generators, n, 0, random);
    const matrix = orthogonalCoordinates(found, n);
    const back = inverse(matrix, n);
    for (const generator of found) {
      const turned = multiply(multiply(matrix, generator, n, n, n), back, n, n, n);
      close(
        turned,
        transpose(turned, n, n).map((entry) => -entry),
        { atol: 1e-6 },
      );
    }
  }
  const boosts = orthogonalCoordinates(known('so(1,3)', 4, 6), 4);
  close(
    boosts,
    Float64Array.from({ length: 16 }, (_, e) => (e % 5 === 0 ? 1 : 0)),
  );
});

test.run();
