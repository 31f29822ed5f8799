import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defineGroup, so, type GroupDefinition } from '@noether/lie-algebra';
import { describeGroup, groupResiduals, residualTable } from '@noether/testkit';

const residuals = describeGroup(
  defineGroup({
    name: 'affine maps of the line',
    generators: [
      [
        [1, 0],
        [0, 0],
      ],
      [
        [0, 1],
        [0, 0],
      ],
    ],
    contains: (element, tolerance) =>
      element[0] > 0 && Math.abs(element[2]) <= tolerance && Math.abs(element[3] - 1) <= tolerance,
  }),
);

const test = suite('describeGroup');

const turn: GroupDefinition = {
  name: 'turn',
  generators: [
    [
      [0, 1],
      [-1, 0],
    ],
  ],
};

const violated = (definition: GroupDefinition): string[] =>
  groupResiduals(defineGroup(definition))
    .filter(({ value, tolerance }) => !(value <= tolerance))
    .map(({ identity }) => identity);

test('returns the violation of every identity', () => {
  assert.is(residuals.length, 42);
  assert.ok(residuals.every(({ value, tolerance }) => value >= 0 && value <= tolerance));
});

test('the table shows each identity, its violation, what is allowed, and marks what fails', () => {
  const lines = residualTable([
    { identity: 'exp(0) = I', value: 0, tolerance: 1e-11 },
    { identity: 'exp(log g) = g', value: Infinity, tolerance: 1e-9 },
    { identity: 'K', value: 1.234e-12, tolerance: 1e-11 },
    { identity: 'NaN', value: NaN, tolerance: 1e-11 },
  ]);
  assert.equal(lines, [
    '  exp(0) = I             0  ≤ 1.0e-11',
    '✗ exp(log g) = g  Infinity  ≤ 1.0e-9',
    '  K                1.2e-12  ≤ 1.0e-11',
    '✗ NaN                  NaN  ≤ 1.0e-11',
  ]);
});

test('the seed is the name unless it is given', () => {
  assert.equal(groupResiduals(so(3)), groupResiduals(so(3), { seed: 'so3' }));
  assert.is.not(
    JSON.stringify(groupResiduals(so(3))),
    JSON.stringify(groupResiduals(so(3), { seed: 1 })),
  );
});

test('a span that is not closed is found out', () => {
  const open = violated({
    name: 'open',
    generators: [
      [
        [0, 1],
        [0, 0],
      ],
      [
        [0, 0],
        [1, 0],
      ],
    ],
  });
  assert.ok(open.includes('[Lᵢ, Lⱼ] lies in the span'));
  assert.ok(open.includes('Ad exp(A) = exp(ad A)'));
});

test('a closed form with an error of third order near the identity is found out', () => {
  const wrong = violated({
    ...turn,
    exp: ([angle]) => {
      const sine = Math.abs(angle) < 0.1 ? angle : Math.sin(angle);
      return Float64Array.of(Math.cos(angle), sine, -sine, Math.cos(angle));
    },
  });
  assert.ok(wrong.includes('exp(w) agrees with the matrix exponential of Σ wᵢ Lᵢ'));
});

test('a closed form that is NaN at the identity is found out', () => {
  const poisoned = violated({
    ...turn,
    exp: ([angle]) => {
      const sine = (angle * Math.sin(angle)) / angle;
      return Float64Array.of(Math.cos(angle), sine, -sine, Math.cos(angle));
    },
  });
  assert.ok(poisoned.includes('exp(0) = I'));
  assert.equal(poisoned.length, 1);
});

test('equations that the elements do not fulfil are found out', () => {
  assert.equal(violated({ ...turn, contains: (element) => element[0] === 1 }), [
    'elements, products and inverses fulfil the equations of the group',
  ]);
});

const plane = (entries: number[][]): GroupDefinition => ({ ...turn, generators: [entries] });

test('equations that accept too much, or a generator that is missing, are found out', () => {
  const rejects = 'the equations reject what lies off the group';
  assert.ok(violated({ ...turn, contains: () => true }).includes(rejects));
  const [first] = so(3).generators;
  const { contains } = so(3);
  assert.ok(contains);
  assert.equal(violated({ name: 'one axis', generators: [first], contains }), [rejects]);
  const [a, b] = so(3).generators;
  const two = violated({ name: 'two axes', generators: [a, b], contains });
  assert.ok(two.includes(rejects) && two.includes('[Lᵢ, Lⱼ] lies in the span'));
});

test('flags that are not so are found out', () => {
  const boost = plane([
    [0, 1],
    [1, 0],
  ]);
  assert.equal(violated({ ...boost, compact: true }), [
    'exp(tA) stays bounded, as the group is compact',
  ]);
  assert.equal(violated({ ...turn, compact: false }), [
    'some exp(tA) grows without bound, as the group is not compact',
  ]);
  const withReflections = {
    ...turn,
    contains: ([a, b, c, d]: Float64Array, tolerance: number): boolean =>
      Math.abs(Math.hypot(a, b) - 1) <= tolerance &&
      Math.min(Math.hypot(a - d, b + c), Math.hypot(a + d, b - c)) <= tolerance,
  };
  assert.equal(violated({ ...withReflections, connected: true }), [
    'all that the equations accept is connected to I',
  ]);
  assert.equal(violated({ ...withReflections, connected: false }), []);
  assert.equal(violated({ ...turn, connected: false, contains: so(2).contains! }), [
    'something that the equations accept is not connected to I',
  ]);
});

test('a form that is not preserved, a wrong logarithm, measure or projection are found out', () => {
  assert.equal(violated({ ...turn, form: Float64Array.of(1, 0, 0, 2) }), ['gᵀ S g = S']);
  const halved = violated({ ...turn, log: ([a, b]) => Float64Array.of(Math.atan2(b, a) / 2) });
  assert.ok(halved.includes('log exp(A) = A for ‖A‖ < π'));
  assert.ok(halved.includes('log agrees with the principal logarithm of the matrix'));
  assert.ok(halved.includes('exp(log g) = g, near and far'));
  const near = ([a, b]: Float64Array): Float64Array => Float64Array.of(Math.asin(b) + 0 * a);
  assert.ok(violated({ ...turn, log: near }).includes('exp(log g) = g, near and far'));
  const narrow = (random: { uniform(): number }): Float64Array =>
    so(2).exp(Float64Array.of(random.uniform()));
  assert.equal(violated({ ...turn, haar: narrow }), [
    'translations do not change the Haar measure, in standard errors',
  ]);
  assert.equal(violated({ ...turn, project: () => Float64Array.of(1, 0, 0, 1) }), [
    'projection of an element and of what is near it',
  ]);
});

test('a wrong dimension or size of exp is named at once', () => {
  assert.throws(() => defineGroup({ ...turn, dimension: 2 }), /dimension is 2; turn has 1 gener/);
  assert.throws(
    () => groupResiduals(defineGroup({ ...turn, exp: (w) => w })),
    /exp is .*must return the 2 × 2 matrix/,
  );
});

test.run();
