import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type EquationSystem, trajectories } from '@noether/contracts';
import { integrate, randomStream, streamingQr, type VectorField } from '@noether/numerics';
import { equationDataOf } from '../../src/data/equation-data-of.js';
import { fitEquations } from '../../src/fit-equations.js';
import { significantTerms } from '../../src/regress/significant-terms.js';
import { fitWeakEquations } from '../../src/weak/fit-weak-equations.js';
import { lorenzFrom } from '../lorenz.js';
import { testContext } from '../test-context.js';

const names = ['x', 'y', 'z'];
const times = Float64Array.from({ length: 5000 }, (_, row) => row * 0.002);
const { states } = lorenzFrom([-8, 8, 27], times);
/** The standard deviation of each column. */
function spreadOf(values: Float64Array, columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => {
    const own = values.filter((_value, at) => at % columns === column);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
  });
}

const spread = spreadOf(states, 3);

/** The terms of each equation: `x, y; x, y, x z; z, x y`. */
function termsOf(system: EquationSystem): string {
  return system.coefficients
    .map((row) =>
      system.terms
        .filter((_, column) => row[column] !== 0)
        .map((term) => term.name)
        .join(', '),
    )
    .join('; ');
}

const hasSevenTerms = (system: EquationSystem): boolean =>
  termsOf(system) === 'x, y; x, y, x z; z, x y';

test("5 % noise: Lorenz's terms in each of 20 draws, differences never", () => {
  let weak = 0;
  let plain = 0;
  for (let seed = 0; seed < 20; seed++) {
    const random = randomStream(seed);
    const noisy = states.map((value, at) => value + 0.05 * spread[at % 3] * random.normal());
    const items = [{ times, states: noisy }];
    const units = ['', '', ''];
    const data = trajectories({ names, units, items, provenance: { stage: 'test' } });
    if (hasSevenTerms(fitWeakEquations(data, {}, testContext()))) weak++;
    if (hasSevenTerms(fitEquations(equationDataOf(data), {}, testContext()))) plain++;
  }
  assert.is(weak, 20);
  assert.is(plain, 0);
});

const others: Record<string, { field: VectorField; start: number[]; step: number; terms: string }> =
  {
    'van der Pol': {
      field: (s, v) => v.set([s[1], (1 - s[0] ** 2) * s[1] - s[0]]),
      start: [2, 0],
      step: 0.01,
      terms: 'y; x, y, x^2 y',
    },
    Rössler: {
      field: (s, v) => v.set([-s[1] - s[2], s[0] + 0.2 * s[1], 0.2 + s[2] * (s[0] - 5.7)]),
      start: [1, 1, 0],
      step: 0.03,
      terms: 'y, z; x, y; 1, z, x z',
    },
    'predator and prey': {
      field: (s, v) => v.set([s[0] - 0.5 * s[0] * s[1], -s[1] + 0.5 * s[0] * s[1]]),
      start: [3, 1],
      step: 0.01,
      terms: 'x, x y; y, x y',
    },
  };

for (const [name, { field, start, step, terms }] of Object.entries(others)) {
  test(`${name} with 5 % noise, with the same defaults`, () => {
    const own = Float64Array.from({ length: 3000 }, (_, row) => row * step);
    const path = integrate(field, start, own, { relative: 1e-10, absolute: 1e-10 }).states;
    const d = start.length;
    for (let seed = 0; seed < 2; seed++) {
      const random = randomStream(seed);
      const size = spreadOf(path, d);
      const noisy = path.map((value, at) => value + 0.05 * size[at % d] * random.normal());
      const data = trajectories({
        names: names.slice(0, d),
        units: names.slice(0, d).map(() => ''),
        items: [{ times: own, states: noisy }],
        provenance: { stage: 'test' },
      });
      const degree = name === 'van der Pol' ? 3 : 2;
      assert.is(termsOf(fitWeakEquations(data, { degree }, testContext())), terms);
    }
  });
}

test('it warns when a threshold leaves nothing', () => {
  const items = [{ times, states }];
  const units = ['', '', ''];
  const data = trajectories({ names, units, items, provenance: { stage: 'test' } });
  const context = testContext();
  const system = fitWeakEquations(data, { threshold: 20 }, context);
  assert.equal(system.text()[2], 'dz/dt = 0');
  assert.match(
    context.warnings[0],
    /^every term of dx\/dt, dy\/dt, dz\/dt fell below 20; the largest was 0\.\d/,
  );
});

test('it says when nothing stands out of the noise, and takes its level as given', () => {
  const random = randomStream('nothing');
  const noisy = states.map(() => random.normal());
  const items = [{ times, states: noisy }];
  const units = ['', '', ''];
  const data = trajectories({ names, units, items, provenance: { stage: 'test' } });
  const context = testContext();
  const system = fitWeakEquations(data, { noise: 1, threshold: 0 }, context);
  assert.equal(system.text(), ['dx/dt = 0', 'dy/dt = 0', 'dz/dt = 0']);
  assert.match(
    context.warnings[0],
    /^no term of dx\/dt, dy\/dt, dz\/dt stands out of the noise; the clearest, .* in d[xyz]\/dt, has \d/,
  );
  assert.throws(() => fitWeakEquations(data, { noise: [1, 2] }, context), /noise is an array of 2/);
  assert.throws(() => fitWeakEquations(data, { significance: -1 }, context), /significance is -1/);
});

test('the standard errors are honest: coefficients of noise alone are below 2 of them in 95 %', () => {
  const random = randomStream('errors');
  let beyond = 0;
  for (let draw = 0; draw < 400; draw++) {
    const qr = streamingQr(4);
    for (let row = 0; row < 50; row++) {
      const a = [1, random.uniform(), random.normal(), 0];
      qr.push(Float64Array.of(a[0], a[1], a[2], 3 * a[1] + random.normal()), 1);
    }
    const options = { significance: 0, threshold: 0 };
    const found = significantTerms(qr.factor(), 3, 50, [0, 1, 2], options);
    if (Math.abs(found.coefficients[2]) > 2 * found.errors[2]) beyond++;
  }
  assert.ok(beyond > 4 && beyond < 30, `${beyond} of 400`);
});

test('a variable at rest, pieces of three rows, and a threshold for one equation', () => {
  const rest = times.subarray(0, 500).map(() => 0);
  const path = Float64Array.from({ length: 1000 }, (_, at) =>
    at % 2 === 0 ? Math.exp(-at * 0.001) : rest[0],
  );
  const data = trajectories({
    names: ['x', 'y'],
    units: ['', ''],
    items: [
      { times: times.slice(0, 500), states: path },
      { times: times.slice(0, 3), states: path.slice(0, 6) },
    ],
    provenance: { stage: 'test' },
  });
  const system = fitWeakEquations(data, { degree: 1, constant: false }, testContext());
  assert.equal(system.text(), ['dx/dt = -1.00 x', 'dy/dt = 0']);
  const none = fitWeakEquations(
    data,
    { degree: 1, constant: false, threshold: { x: 2 } },
    testContext(),
  );
  assert.equal(none.text(), ['dx/dt = 0', 'dy/dt = 0']);
});

test('several uneven trajectories', () => {
  const random = randomStream('parts');
  const items = [1500, 2500].map((rows, part) => {
    const own = Float64Array.from({ length: rows }, (_, row) => 0.002 * (row + 0.4 * (row % 2)));
    const path = lorenzFrom(part === 0 ? [-8, 8, 27] : [5, 5, 20], own).states;
    const noisy = path.map((value, at) => value + 0.03 * spread[at % 3] * random.normal());
    return { times: own, states: noisy };
  });
  const data = trajectories({ names, units: ['', '', ''], items, provenance: { stage: 'test' } });
  assert.ok(hasSevenTerms(fitWeakEquations(data, {}, testContext())));
});

test('weights of rows, which the weak form does not use, are told', () => {
  const weights = times.map((_, row) => 1 + (row % 2));
  const data = (own?: Float64Array): ReturnType<typeof trajectories> =>
    trajectories({
      names,
      units: ['', '', ''],
      items: [{ times, states, ...(own ? { weights: own } : {}) }],
      provenance: { stage: 'test' },
    });
  const [told, silent] = [testContext(), testContext()];
  const weighted = fitWeakEquations(data(weights), {}, told);
  assert.match(told.warnings.join(), /does not use the weights of rows/);
  const even = fitWeakEquations(data(new Float64Array(times.length).fill(3)), {}, silent);
  assert.equal(silent.warnings, []);
  assert.equal(weighted.coefficients, even.coefficients);
});

test.run();
