import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { concat } from '../../src/library/concat.js';
import { embed } from '../../src/library/embed.js';
import { fourierLibrary } from '../../src/library/fourier.js';
import { functionLibrary } from '../../src/library/function.js';
import { identityLibrary } from '../../src/library/identity.js';
import type { Library } from '../../src/library/library.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { tensor } from '../../src/library/tensor.js';
import { termLibrary } from '../../src/library/term-library.js';
import { elementaryFunctions } from '../../src/terms/elementary-functions.js';
import type { ElementaryFunction } from '../../src/terms/elementary-function.js';
import { goldenLibraries } from '../checks/libraries.js';

const sigmoid: ElementaryFunction = {
  name: 'sigmoid',
  evaluate: (x) => 1 / (1 + Math.exp(-x)),
  derivative: (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2,
};

const libraries: Record<string, Library> = {
  ...goldenLibraries,
  everyFunction: functionLibrary(
    ['x', 'y'],
    elementaryFunctions.map(({ name }) => ({ function: name, weights: [0.5], shift: 2 })),
  ),
  ownFunction: tensor(
    functionLibrary(['x', 'y'], [{ function: sigmoid, weights: [2, -1], shift: 0.5 }]),
    polynomialLibrary(['x', 'y'], 2),
  ),
  twoFactors: tensor(
    fourierLibrary(['x', 'y'], 2),
    functionLibrary(['x', 'y'], [{ function: 'exp' }]),
  ),
};

for (const [name, library] of Object.entries(libraries)) {
  const d = library.variables.length;
  const p = library.terms.length;

  test(`${name}: the Jacobian is the limit of differences`, () => {
    const random = randomStream(name);
    const derivative = new Float64Array(p * d).fill(NaN);
    const [plus, minus] = [new Float64Array(p), new Float64Array(p)];
    for (let sample = 0; sample < 5; sample++) {
      const state = random.fillNormal(new Float64Array(d));
      library.jacobian(state, derivative);
      for (let variable = 0; variable < d; variable++) {
        const at = (step: number): Float64Array =>
          state.map((v, i) => (i === variable ? v + step : v));
        library.evaluate(at(1e-5), 0, 1, plus);
        library.evaluate(at(-1e-5), 0, 1, minus);
        close(
          Array.from({ length: p }, (_, term) => derivative[term * d + variable]),
          plus.map((value, term) => (value - minus[term]) / 2e-5),
          { rtol: 1e-6, atol: 1e-6 },
        );
      }
    }
  });

  test(`${name}: the terms as data give the same values`, () => {
    const again = termLibrary(library.variables, library.terms, library.functions);
    const states = randomStream(name).fillNormal(new Float64Array(4 * d));
    const [direct, fromData] = [new Float64Array(3 * (p + 1)), new Float64Array(3 * (p + 1))];
    library.evaluate(states, 1, 3, direct, p + 1);
    again.evaluate(states, 1, 3, fromData, p + 1);
    close(direct, fromData, { rtol: 1e-13, atol: 1e-13 });
  });
}

test('a term that both libraries have is kept once by concat', () => {
  const names = concat(identityLibrary(['x', 'y']), polynomialLibrary(['x', 'y'], 2)).terms.map(
    (term) => term.name,
  );
  assert.equal(names, ['x', 'y', '1', 'x^2', 'x y', 'y^2']);
});

test('LaTeX of functions and products', () => {
  const latex = (library: Library): string[] => library.terms.map((term) => term.latex);
  assert.equal(latex(fourierLibrary(['theta'], 2, { cos: false })), [
    '\\sin\\left(\\theta\\right)',
    '\\sin\\left(2\\theta\\right)',
  ]);
  assert.equal(
    latex(libraries.ownFunction)[1],
    '\\operatorname{sigmoid}\\left(2 x-y+0.5\\right) x',
  );
  assert.is(libraries.ownFunction.terms[0].name, 'sigmoid(2 x-y+0.5) 1');
});

test('bad arguments are named', () => {
  const xy = ['x', 'y'];
  assert.throws(() => fourierLibrary(xy, 0), /frequencies is 0; give a whole number/);
  assert.throws(() => fourierLibrary(xy, 1, { sin: false, cos: false }), /ask for sin or cos/);
  assert.throws(() => functionLibrary(xy, []), /candidates .* at least one function/);
  assert.throws(
    () => functionLibrary(xy, [{ function: 'sinh' }]),
    /function is "sinh"; known are sin, cos/,
  );
  assert.throws(
    () => functionLibrary(xy, [{ function: { ...sigmoid, name: 'sin' } }]),
    /two different functions have this name/,
  );
  assert.throws(
    () => concat(identityLibrary(xy), identityLibrary(['x'])),
    /variables of library 1 is "x"; expected x, y/,
  );
  assert.throws(() => tensor(identityLibrary(['z']), identityLibrary(xy)), /expected z/);
  assert.throws(() => embed(identityLibrary(['z']), xy), /the library needs z too/);
  assert.throws(() => concat(), /give at least one/);
  const [term] = identityLibrary(xy).terms;
  assert.throws(() => termLibrary(xy, [term, term]), /this term is in the library already/);
  const factors = [{ function: 'sin', weights: [1], shift: 0 }];
  assert.throws(() => termLibrary(xy, [{ ...term, factors }]), /weights of sin in the term x/);
});

test.run();
