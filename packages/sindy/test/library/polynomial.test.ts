import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { polynomialLibrary } from '../../src/library/polynomial.js';

test('evaluate starts at a row and leaves the columns beyond the terms alone', () => {
  const library = polynomialLibrary(['x', 'y'], 1);
  const values = new Float64Array(8).fill(-1);
  library.evaluate([9, 9, 1, 2, 3, 4], 1, 2, values, 4);
  assert.equal(Array.from(values), [1, 1, 2, -1, 1, 3, 4, -1]);
});

for (const constant of [true, false]) {
  test(`the Jacobian is the limit of differences, constant ${constant}`, () => {
    const library = polynomialLibrary(['x', 'y', 'z'], 4, { constant });
    const p = library.terms.length;
    const random = randomStream('jacobian');
    const derivative = new Float64Array(p * 3);
    const plus = new Float64Array(p);
    const minus = new Float64Array(p);
    for (let sample = 0; sample < 5; sample++) {
      const state = random.fillNormal(new Float64Array(3));
      library.jacobian(state, derivative);
      for (let variable = 0; variable < 3; variable++) {
        const at = (step: number): Float64Array =>
          state.map((v, i) => (i === variable ? v + step : v));
        library.evaluate(at(1e-5), 0, 1, plus);
        library.evaluate(at(-1e-5), 0, 1, minus);
        close(
          Array.from({ length: p }, (_, term) => derivative[term * 3 + variable]),
          plus.map((value, term) => (value - minus[term]) / 2e-5),
          { rtol: 1e-7, atol: 1e-7 },
          `d/d${library.variables[variable]} of term`,
        );
      }
    }
  });
}

test('LaTeX has indices and Greek letters', () => {
  const library = polynomialLibrary(['z1', 'theta', 'speed_in'], 2, { constant: false });
  const latex = library.terms.map((term) => term.latex);
  assert.equal(latex.slice(0, 5), [
    'z_{1}',
    '\\theta',
    '\\mathrm{speed\\_in}',
    'z_{1}^{2}',
    'z_{1} \\theta',
  ]);
});

test('bad arguments are named', () => {
  assert.throws(
    () => polynomialLibrary([], 2),
    /variables is an array of 0 values; name at least one/,
  );
  assert.throws(() => polynomialLibrary(['x', 'x'], 2), /every name must be different/);
  assert.throws(() => polynomialLibrary(['x'], 1.5), /degree is 1.5; give a whole number/);
  assert.throws(
    () => polynomialLibrary(['x'], 0, { constant: false }),
    /degree must be at least 1/,
  );
});

test.run();
