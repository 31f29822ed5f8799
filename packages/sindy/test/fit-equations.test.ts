import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { EquationSystem } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { fitEquations } from '../src/fit-equations.js';
import { golden } from './golden.js';
import { differences, lorenzPath } from './lorenz.js';
import { testContext } from './test-context.js';

const names = ['x', 'y', 'z'];

interface Golden {
  cases: {
    name: string;
    optimizer: {
      kind: string;
      threshold: number;
      alpha: number;
      unbias: boolean;
      normalize_columns?: boolean;
    };
    library?: { degree: number };
    derivative: 'exact' | 'fd';
    feature_names: string[];
    coef: number[][];
    score_r2: number;
  }[];
  pareto: { threshold: number; k: number[] }[];
}

/** Coefficients of one equation by term name. */
function byName(system: EquationSystem, row: number): Record<string, number> {
  const entries = system.terms.map((term, column) => [term.name, system.coefficients[row][column]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== 0)) as Record<string, number>;
}

const exact = lorenzPath(5000);
const velocities = { exact: exact.velocities, fd: differences(exact.states, 3, 0.002) };

const { cases, pareto } = golden<Golden>('lorenz_coefficients');
const comparable = cases.filter(
  ({ optimizer }) => optimizer.kind === 'STLSQ' && optimizer.unbias && !optimizer.normalize_columns,
);
for (const { name, optimizer, library, derivative, feature_names, coef, score_r2 } of comparable) {
  test(`Lorenz ${name}: terms, coefficients and score of pysindy`, () => {
    const system = fitEquations(
      { names, states: exact.states, velocities: velocities[derivative] },
      { degree: library?.degree ?? 2, threshold: optimizer.threshold, ridge: optimizer.alpha },
      testContext(),
    );
    coef.forEach((row, target) => {
      const kept = feature_names.filter((_, column) => row[column] !== 0);
      const found = byName(system, target);
      assert.equal(Object.keys(found), kept);
      close(
        Object.values(found),
        row.filter((value) => value !== 0),
        { rtol: 1e-8, atol: 1e-8 },
        `equation ${target}, coefficient`,
      );
    });
    close(
      [(system.r2[0] + system.r2[1] + system.r2[2]) / 3],
      [score_r2],
      { rtol: 1e-8, atol: 1e-8 },
      'score',
    );
  });
}

test('over twelve thresholds the numbers of terms are those of pysindy', () => {
  for (const { threshold, k } of pareto) {
    const system = fitEquations(
      { names, states: exact.states, velocities: velocities.fd },
      { threshold },
      testContext(),
    );
    const counts = system.coefficients.map((row) => row.filter((value) => value !== 0).length);
    assert.equal(counts, k, `threshold ${threshold}`);
  }
});

/** States at random and velocities of a sparse quadratic system. */
function sample(rows: number): { states: Float64Array; velocities: Float64Array } {
  const states = randomStream('sample').fillNormal(new Float64Array(rows * 2));
  const velocities = new Float64Array(rows * 2);
  for (let at = 0; at < rows * 2; at += 2) {
    const [x, y] = [states[at], states[at + 1]];
    velocities[at] = 1.5 * x - 0.8 * x * y;
    velocities[at + 1] = -0.7 * y + 0.4 * x * y + 0.25;
  }
  return { states, velocities };
}

test('permuting the variables permutes the equations', () => {
  const data = sample(300);
  const swap = (rows: Float64Array): Float64Array => rows.map((_, at) => rows[at ^ 1]);
  const straight = fitEquations({ names: ['a', 'b'], ...data }, { degree: 3 }, testContext());
  const swapped = fitEquations(
    { names: ['b', 'a'], states: swap(data.states), velocities: swap(data.velocities) },
    { degree: 3 },
    testContext(),
  );
  const sorted = (system: EquationSystem, row: number): [string, number][] =>
    Object.entries(byName(system, row))
      .map(([name, value]): [string, number] => [name.split(' ').sort().join(' '), value])
      .sort();
  for (const row of [0, 1]) {
    const [one, other] = [sorted(straight, row), sorted(swapped, 1 - row)];
    assert.equal(
      one.map(([name]) => name),
      other.map(([name]) => name),
    );
    close(
      one.map(([, value]) => value),
      other.map(([, value]) => value),
      { rtol: 1e-12, atol: 1e-12 },
    );
  }
});

test('scaling a variable scales each coefficient by the power of its term', () => {
  const data = sample(300);
  const factor = 1000;
  const scaled = fitEquations(
    {
      names: ['x', 'y'],
      states: data.states.map((v, at) => (at % 2 ? v : v * factor)),
      velocities: data.velocities.map((v, at) => (at % 2 ? v : v * factor)),
    },
    { threshold: 1e-6, ridge: 0 },
    testContext(),
  );
  close([byName(scaled, 0)['x']], [1.5], { rtol: 1e-11, atol: 1e-11 });
  close([byName(scaled, 0)['x y']], [-0.8], { rtol: 1e-11, atol: 1e-11 });
  close([byName(scaled, 1)['x y'] * factor], [0.4], { rtol: 1e-11, atol: 1e-11 });
  assert.equal(Object.keys(byName(scaled, 1)), ['1', 'y', 'x y']);
});

test('a weight of 2 is a row given twice, a weight of 0 a row left out', () => {
  const { states, velocities } = sample(60);
  randomStream('noise')
    .fillNormal(new Float64Array(120))
    .forEach((v, at) => (velocities[at] += 0.1 * v));
  const double = (rows: Float64Array): Float64Array =>
    Float64Array.of(...rows.slice(20), ...rows.slice(20, 60));
  const weights = Float64Array.from({ length: 60 }, (_, row) => (row < 10 ? 0 : row < 30 ? 2 : 1));
  const options = { threshold: 0.02, ridge: 0.3 };
  const weighted = fitEquations(
    { names: ['x', 'y'], states, velocities, weights },
    options,
    testContext(),
  );
  const repeated = fitEquations(
    { names: ['x', 'y'], states: double(states), velocities: double(velocities) },
    options,
    testContext(),
  );
  assert.equal(weighted.terms, repeated.terms);
  close(weighted.coefficients.flat(), repeated.coefficients.flat(), { rtol: 1e-11, atol: 1e-11 });
  close(weighted.r2, repeated.r2, { rtol: 1e-12, atol: 1e-12 });
});

test('an emptied equation is warned about with numbers and reads 0', () => {
  const { states, velocities } = sample(300);
  const context = testContext();
  const system = fitEquations(
    { names: ['z1', 'z2'], states, velocities },
    { threshold: 1, ridge: 0 },
    context,
  );
  assert.equal(context.warnings, ['every term of dz2/dt fell below 1; the largest was 0.7']);
  assert.is(system.text()[1], 'dz2/dt = 0');
  assert.ok(system.r2[1] < 1e-12);
});

test('terms that the data cannot tell apart are warned about', () => {
  const angles = Array.from({ length: 50 }, (_, row) => row * 0.3);
  const states = Float64Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));
  const context = testContext();
  const velocities = states.map((_, at) => states[at - (at % 2)] ** 2 + (at % 2));
  fitEquations({ names: ['x', 'y'], states, velocities }, { threshold: 0.01 }, context);
  assert.match(
    context.warnings[0],
    /^on this data terms cannot be told from others and were left out: y\^2 in dx\/dt;/,
  );
});

test('warnings of one kind are one line with the first equations and a count', () => {
  const rows = 60;
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  // b … f are a once more, and the velocities are 2a: of each equation five terms are left out.
  const line = Float64Array.from({ length: rows }, (_, row) => Math.sin(row));
  const states = Float64Array.from({ length: rows * 6 }, (_, at) => line[Math.floor(at / 6)]);
  const context = testContext();
  const velocities = states.map((value) => 2 * value);
  fitEquations({ names, states, velocities }, { degree: 1 }, context);
  assert.is(context.warnings.length, 1);
  assert.match(
    context.warnings[0],
    /^on this data terms cannot be told from others and were left out: (\w(, \w){4} in d[abc]\/dt; ){2}\w(, \w){4} in dc\/dt and 3 more; lower/,
  );
  const emptied = testContext();
  fitEquations({ names, states, velocities }, { degree: 1, threshold: 3, ridge: 0 }, emptied);
  const [first] = emptied.warnings;
  assert.is(first, 'every term of da/dt, db/dt, dc/dt and 3 more fell below 3; the largest was 2');
});

test('bad data are named with their row', () => {
  const { states, velocities } = sample(20);
  const fit = (part: object): unknown =>
    fitEquations({ names: ['x', 'y'], states, velocities, ...part }, {}, testContext());
  assert.throws(
    () => fit({ velocities: velocities.slice(2) }),
    /velocities is an array of 38 values; states has 20 rows, give 2 values for each/,
  );
  assert.throws(
    () => fit({ names: ['x', 'y', 'z'] }),
    /states is an array of 40 values; give whole rows of 3/,
  );
  assert.throws(() => fit({ states: states.with(7, NaN) }), /Row 3: y is NaN/);
  assert.throws(
    () => fit({ velocities: velocities.with(8, Infinity) }),
    /Row 4: dx\/dt is Infinity/,
  );
  assert.throws(
    () => fit({ weights: new Float64Array(3) }),
    /weights is an array of 3 values; give one for each of the 20/,
  );
  assert.throws(
    () => fit({ weights: new Float64Array(20).fill(1).with(2, -1) }),
    /Row 2: the weight is -1\. Give a number, 0 or more/,
  );
  assert.throws(
    () => fit({ states: states.slice(0, 10), velocities: velocities.slice(0, 10) }),
    /5 rows cannot determine 6 terms/,
  );
  assert.throws(() => fit({ states: states.map((v) => v * 1e200) }), /candidate terms overflow/);
});

test('an aborted signal ends the fit', () => {
  const context = { ...testContext(), signal: AbortSignal.abort(new Error('enough')) };
  assert.throws(() => fitEquations({ names: ['x', 'y'], ...sample(20) }, {}, context), /enough/);
});

test.run();
