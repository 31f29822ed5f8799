import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { fitEquations } from '../src/fit-equations.js';
import { concat } from '../src/library/concat.js';
import { fourierLibrary } from '../src/library/fourier.js';
import { functionLibrary } from '../src/library/function.js';
import { identityLibrary } from '../src/library/identity.js';
import { ssr } from '../src/regress/ssr.js';
import { testContext } from './test-context.js';

const names = ['angle', 'rate'];
const states = randomStream('pendulum').fillNormal(new Float64Array(400));
const velocities = states.map((_, at) =>
  at % 2 === 0 ? states[at + 1] : -2 * Math.sin(states[at - 1]) - 0.15 * states[at],
);
const data = { names, states, velocities };
const library = concat(identityLibrary(names), fourierLibrary(names, 2));

test('a pendulum is found in a library with sines', () => {
  const system = fitEquations(data, { library }, testContext());
  assert.equal(system.text(), [
    'dangle/dt = 1.00 rate',
    'drate/dt = -0.150 rate - 2.00 sin(1 angle)',
  ]);
  close(system.r2, [1, 1], { atol: 1e-12 });
  assert.equal((system.provenance.options as { library: string[] }).library.length, 10);
});

test('thresholds by name, and a term kept out of one equation', () => {
  const threshold = { rate: 0.2 };
  const thresholded = fitEquations(data, { library, threshold }, testContext());
  assert.equal(thresholded.text()[0], 'dangle/dt = 1.00 rate');
  assert.not.match(thresholded.text()[1], /rate - /);
  const excluded = fitEquations(data, { library, exclude: { angle: ['rate'] } }, testContext());
  const column = excluded.terms.findIndex((term) => term.name === 'rate');
  assert.is(excluded.coefficients[0][column], 0);
  close(excluded.coefficients[1][column], -0.15, { rtol: 1e-9 });
});

test('another regression on the same factor', () => {
  const system = fitEquations(
    data,
    {
      library,
      regression: ({ factor, allowed, equations, rows }) => {
        assert.is(rows, 200);
        return ssr(factor, library.terms.length, equations.length, { allowed }).coefficients;
      },
    },
    testContext(),
  );
  const counts = system.coefficients.map((row) => row.filter((value) => value !== 0).length);
  // SSR keeps two terms of each equation; the second of dangle/dt is a rounding error.
  assert.equal(counts, [1, 2]);
  close(system.r2, [1, 1], { atol: 1e-9 });
});

test('a function of your own is simulated by the fitted system', () => {
  const cube = {
    name: 'cube',
    evaluate: (x: number) => x ** 3,
    derivative: (x: number) => 3 * x * x,
  };
  const own = functionLibrary(names, [{ function: cube }]);
  const cubic = { ...data, velocities: states.map((_, at) => -(states[at] ** 3)) };
  const system = fitEquations(cubic, { library: own }, testContext());
  assert.equal(system.text(2), ['dangle/dt = -1.0 cube(angle)', 'drate/dt = -1.0 cube(rate)']);
  const { states: path } = system.simulate([1, 0], [0, 1.5]);
  close(path[2], 0.5, { rtol: 1e-6 });
});

test('what does not fit is named', () => {
  const fit = (options: object) => () => fitEquations(data, options, testContext());
  assert.throws(fit({ library: identityLibrary(['x']) }), /library is "x"; the data are in angle/);
  assert.throws(fit({ exclude: { x: [] } }), /exclude is "x"; the variables are angle, rate/);
  assert.throws(fit({ exclude: { rate: ['x^9'] } }), /exclude.rate is "x\^9"; the library has no/);
});

test('a threshold for a variable that is not there is refused', () => {
  const fit = (): unknown => fitEquations(data, { threshold: { speed: 0.2 } }, testContext());
  assert.throws(fit, /threshold is "speed"; the variables are angle, rate/);
});

test('a regression of the caller that leaves an equation empty is told', () => {
  const context = testContext();
  const regression = (): Float64Array => Float64Array.from({ length: 12 }, (_, at) => +(at === 2));
  assert.is(fitEquations(data, { regression }, context).text()[0], 'dangle/dt = 1.00 rate');
  assert.equal(context.warnings, ['the regression left no term in drate/dt']);
});

test('names of properties that every object has are names like others', () => {
  const own = { ...data, names: ['constructor', '__proto__'] };
  const exclude = { constructor: ['1'] };
  const system = fitEquations(own, { threshold: { constructor: 0.2 }, exclude }, testContext());
  assert.equal(
    system.coefficients,
    fitEquations(data, { threshold: { angle: 0.2 } }, testContext()).coefficients,
  );
});

test('names that would make two terms alike, or a term and the constant, are refused', () => {
  const fit = (names: string[]) => () => fitEquations({ ...data, names }, {}, testContext());
  assert.throws(fit(['x', '1']), /variables is "1"; the constant is printed so/);
  assert.throws(fit(['x', 'x^2']), /terms is "x\^2"; two terms would have this name/);
});

test.run();
