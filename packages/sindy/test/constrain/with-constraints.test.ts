import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  atMost,
  equal,
  fitEquations,
  fix,
  withConstraints,
  withSymmetry,
} from '../../src/index.js';
import { differences, lorenzPath } from '../lorenz.js';
import { testContext } from '../test-context.js';

const { states } = lorenzPath(2000);
const lorenz = { names: ['x', 'y', 'z'], states, velocities: differences(states, 3, 0.002) };

test('constraints by name hold in the fitted system', () => {
  const regression = withConstraints([
    fix('y', 'x z', -1),
    equal(
      [
        { equation: 'x', term: 'x' },
        { equation: 'x', term: 'y' },
      ],
      0,
    ),
    atMost([{ equation: 'z', term: 'z' }], -2.7),
  ]);
  const system = fitEquations(lorenz, { regression }, testContext());
  const of = (row: number, name: string): number =>
    system.coefficients[row][system.terms.findIndex((term) => term.name === name)];
  assert.is(of(1, 'x z').toFixed(10), '-1.0000000000');
  close(of(0, 'x') + of(0, 'y'), 0, { atol: 1e-10 });
  close(of(2, 'z'), -2.7, { rtol: 1e-9 });
  assert.equal(system.text(3)[0].replace(/[\d.]+/g, ''), 'dx/dt = - x +  y');
  assert.throws(
    () =>
      fitEquations(lorenz, { regression: withConstraints([fix('y', 'x w', 1)]) }, testContext()),
    /term is "x w"; the library has 1, x, y/,
  );
});

test('a symmetry as the regression, exact and soft; a threshold keeps it exact', () => {
  const rotation = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -1, 1, 0)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });
  const random = randomStream('spiral');
  const rows = 200;
  const points = random.fillNormal(new Float64Array(rows * 2));
  const velocities = points.map((_, at) => {
    const [x, y] = at % 2 === 0 ? [points[at], points[at + 1]] : [points[at], -points[at - 1]];
    return -0.3 * x - y + 0.05 * random.normal();
  });
  const data = { names: ['x', 'y'], states: points, velocities };
  const broken = (regression: ReturnType<typeof withSymmetry>): number => {
    const { coefficients, terms } = fitEquations(data, { degree: 1, regression }, testContext());
    const of = (row: number, name: string): number =>
      coefficients[row][terms.findIndex((term) => term.name === name)] ?? 0;
    return Math.abs(of(0, 'x') - of(1, 'y')) + Math.abs(of(0, 'y') + of(1, 'x'));
  };
  assert.ok(broken(withSymmetry(rotation)) < 1e-12);
  assert.ok(broken(withSymmetry(rotation, { threshold: 0.1 })) < 1e-12);
  const [free, soft, hard] = [0, 1e3, 1e7].map((softness) =>
    broken(withSymmetry(rotation, { softness })),
  );
  assert.ok(free > soft && soft > hard && hard < 1e-4, [free, soft, hard].join(' '));
  assert.throws(
    () =>
      fitEquations(
        data,
        { exclude: { x: ['1'] }, regression: withSymmetry(rotation) },
        testContext(),
      ),
    /exclude is an array of 2 values; a symmetry takes all terms/,
  );
});

test('constraints do not mind the units of the variables', () => {
  for (const unit of [1e-3, 1e6]) {
    const draws = randomStream('units').fillNormal(new Float64Array(400));
    const rows = draws.map((value) => unit * value);
    const velocities = rows.map((value, at) => (at % 2 === 0 ? -rows[at + 1] : 2 * rows[at - 1]));
    const regression = withConstraints([fix('x', 'y', -1)], { ridge: 0, threshold: 1e-3 });
    const data = { names: ['x', 'y'], states: rows, velocities };
    const { coefficients, terms } = fitEquations(data, { degree: 1, regression }, testContext());
    const of = (row: number, name: string): number =>
      coefficients[row][terms.findIndex((term) => term.name === name)];
    close([of(0, 'y'), of(1, 'x')], [-1, 2], { rtol: 1e-9 });
    const cubic = { degree: 3, regression: withConstraints([fix('x', 'y', -1)]) };
    if (unit > 1) close(fitEquations(data, cubic, testContext()).r2, [1, 1], { rtol: 1e-9 });
  }
});

test('an excluded coefficient that a constraint wants is a contradiction, not a fit without terms', () => {
  const fit = (value: number) => () =>
    fitEquations(
      lorenz,
      { exclude: { y: ['x z'] }, regression: withConstraints([fix('y', 'x z', value)]) },
      testContext(),
    );
  assert.throws(fit(-1), /The constraints contradict each other.*excluded is 0/);
  assert.is(fit(0)().variables.length, 3);
});

test('thresholds by the name of the variable, with constraints and with a symmetry', () => {
  const random = randomStream('thresholds');
  const states = random.fillNormal(new Float64Array(400));
  const velocities = states.map((_, at) =>
    at % 2 === 0 ? 0.3 * states[at] - 2 * states[at + 1] : 0.3 * states[at] + 2 * states[at - 1],
  );
  const data = { names: ['x', 'y'], states, velocities };
  const threshold = { x: 0.5 };
  const held = withConstraints([fix('y', 'x', 2)], { threshold });
  const { coefficients } = fitEquations(data, { degree: 1, regression: held }, testContext());
  assert.equal(
    coefficients.map((row) => row.filter((value) => value !== 0).length),
    [1, 2],
  );
  const basis = symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(1, 0, 0, 1)],
    centre: new Float64Array(2),
    provenance: { stage: 'test' },
  });
  const scaled = withSymmetry(basis, { threshold });
  const system = fitEquations(data, { degree: 2, regression: scaled }, testContext());
  assert.is(system.coefficients.flat().filter((value) => value !== 0).length, 3);
  assert.throws(
    () =>
      fitEquations(
        data,
        { regression: withSymmetry(basis, { threshold: { z: 1 } }) },
        testContext(),
      ),
    /threshold is "z"; the variables are x, y/,
  );
});

test.run();
