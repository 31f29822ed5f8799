import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream, streamingQr } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  atLeast,
  atMost,
  constraintRows,
  equal,
  fix,
} from '../../src/constrain/coefficient-constraint.js';
import type { CoefficientConstraint } from '../../src/constrain/coefficient-constraint.js';
import { constrainedLeastSquares } from '../../src/constrain/constrained-least-squares.js';
import { constrainedStlsq } from '../../src/constrain/constrained-stlsq.js';
import { fitEquations } from '../../src/fit-equations.js';
import { polynomialLibrary } from '../../src/library/polynomial.js';
import { residualSquare } from '../../src/regress/residual.js';
import { testContext } from '../test-context.js';

const names = ['x', 'y'];
const library = polynomialLibrary(names, 2);
const p = library.terms.length;

function noisyFactor(seed: string): Float64Array {
  const random = randomStream(seed);
  const qr = streamingQr(p + 2);
  const theta = new Float64Array(p);
  for (let row = 0; row < 60; row++) {
    const state = random.fillNormal(new Float64Array(2));
    library.evaluate(state, 0, 1, theta);
    const [x, y] = state;
    const noise = random.fillNormal(new Float64Array(2));
    qr.push(Float64Array.of(...theta, x - 2 * y + noise[0], 0.5 * x * y + noise[1]), 1);
  }
  return qr.factor();
}

const solve = (factor: Float64Array, constraints: CoefficientConstraint[]): Float64Array =>
  constrainedLeastSquares(factor, p, 2, constraintRows(constraints, library, names));
const cost = (factor: Float64Array, w: Float64Array): number =>
  residualSquare(factor, w.subarray(0, p), p) + residualSquare(factor, w.subarray(p), p + 1);

const mixed = [
  fix('y', 'x y', 0.5),
  equal(
    [
      { equation: 'x', term: 'x' },
      { equation: 'y', term: 'y' },
    ],
    0,
  ),
  atMost([{ equation: 'x', term: 'y' }], -2.5),
  atLeast([{ equation: 'y', term: 'x^2', factor: 2 }], 1),
  atMost([{ equation: 'x', term: '1' }], 50),
];

for (const seed of ['one', 'two', 'three', 'four']) {
  test(`seed ${seed}: the constraints hold and no feasible neighbour is better`, () => {
    const factor = noisyFactor(seed);
    const w = solve(factor, mixed);
    const at = (target: number, name: string): number =>
      target * p + library.terms.findIndex((term) => term.name === name);
    close(w[at(1, 'x y')], 0.5, { atol: 1e-12 });
    close(w[at(0, 'x')] + w[at(1, 'y')], 0, { atol: 1e-12 });
    assert.ok(w[at(0, 'y')] <= -2.5 + 1e-12);
    assert.ok(2 * w[at(1, 'x^2')] >= 1 - 1e-12);
    const random = randomStream(seed);
    for (let trial = 0; trial < 300; trial++) {
      const other = w.map((value) => value + 0.1 * random.normal());
      other[at(1, 'x y')] = 0.5;
      other[at(1, 'y')] = -other[at(0, 'x')];
      other[at(0, 'y')] = Math.min(other[at(0, 'y')], -2.5);
      other[at(1, 'x^2')] = Math.max(other[at(1, 'x^2')], 0.5);
      assert.ok(cost(factor, other) >= cost(factor, w) - 1e-9);
    }
  });
}

test('bounds that do not bind, doubled and nested bounds change nothing', () => {
  const factor = noisyFactor('free');
  const free = solve(factor, []);
  close(solve(factor, [atMost([{ equation: 'x', term: 'x' }], 100)]), free, { atol: 1e-12 });
  const part = [{ equation: 'x', term: 'x' }];
  const tight = solve(factor, [atMost(part, 0.1)]);
  close(solve(factor, [atMost(part, 0.1), atMost(part, 0.1), atMost(part, 0.3)]), tight, {
    atol: 1e-10,
  });
  close(solve(factor, [fix('x', 'x', 0.1), fix('x', 'x', 0.1)]), tight, { atol: 1e-10 });
});

test('the same fit in other units, also far from the constraint', () => {
  const factor = noisyFactor('units');
  const w = solve(factor, [fix('x', 'x', 1e4)]);
  const large = solve(
    factor.map((value) => value * 1e5),
    [fix('x', 'x', 1e4)],
  );
  close(large, w, { rtol: 1e-9, atol: 1e-9 });
  close(w[1], 1e4, { rtol: 1e-10 });
});

test('contradictions, unknown names and dependent terms are told', () => {
  const factor = noisyFactor('wrong');
  const part = [{ equation: 'x', term: 'x' }];
  assert.throws(
    () => solve(factor, [atMost(part, 1), atLeast(part, 2)]),
    /constraints contradict each other/,
  );
  assert.throws(
    () => solve(factor, [fix('x', 'x', 1), fix('x', 'x', 2)]),
    /constraints contradict each other/,
  );
  assert.throws(() => solve(factor, [fix('z', 'x', 1)]), /equation is "z"; the equations are x, y/);
  assert.throws(() => solve(factor, [fix('x', 'x z', 1)]), /term is "x z"; the library has 1, x/);
  assert.throws(() => solve(new Float64Array(64), []), /depend linearly/);
});

test('thresholding keeps the constraint, and it serves fitEquations', () => {
  const random = randomStream('data');
  const states = random.fillNormal(new Float64Array(200));
  const velocities = states.map((_, at) =>
    at % 2 === 0
      ? states[at] - 2 * states[at + 1] + 0.05 * random.normal()
      : 0.5 * states[at] * states[at - 1] + 0.05 * random.normal(),
  );
  const system = fitEquations(
    { names, states, velocities },
    {
      regression: ({ factor, library: own, equations, allowed }) =>
        constrainedStlsq(
          factor,
          own.terms.length,
          equations.length,
          constraintRows([fix('x', 'y', -2)], own, equations),
          { threshold: 0.2, allowed },
        ),
    },
    testContext(),
  );
  assert.equal(
    system.terms.map((term) => term.name),
    ['x', 'y', 'x y'],
  );
  close(system.coefficients[0][1], -2, { atol: 1e-12 });
});

test.run();
