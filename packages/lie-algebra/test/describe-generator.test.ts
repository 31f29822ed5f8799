import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeGenerator, invariantForm, readGenerator } from '@noether/lie-algebra';
import { expm, identity, inverse, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';

const test = suite('describeGenerator');

const readings: [string, number[], string][] = [
  ['a rotation', [0, 1, -1, 0], 'rotation, so(2)'],
  ['a rotation the other way, faster', [0, -40, 40, 0], 'rotation, so(2)'],
  ['an almost pure rotation', [0.01, 1.2, -1.1, -0.02], 'rotation, so(2)'],
  ['an elliptic rotation', [1, -2, 1, -1], 'rotation, so(2)'],
  ['a growing spiral', [0.1, 1, -1, 0.1], 'spiral, rotation that grows by exp(0.10) a radian'],
  ['a shrinking spiral', [-1, 2, -2, -1], 'spiral, rotation that shrinks by exp(-0.50) a radian'],
  ['a uniform scaling', [3, 0, 0, 3], 'scaling, the same in all directions'],
  ['two scalings', [2, 0, 0, 1], 'scaling, rates 1.00 : 0.50'],
  ['a projection', [1, 0, 0, 0], 'scaling, rates 1.00 : 0.00'],
  ['a scaling with shear', [1, 1, 0, 1], 'scaling with shear'],
  ['a boost', [0, 1, 1, 0], 'hyperbolic, so(1,1)'],
  ['a squeeze', [5, 0, 0, -5], 'hyperbolic, so(1,1)'],
  ['a shear', [0, 1, 0, 0], 'shear, nilpotent'],
  ['a shear along another axis', [1, -1, 1, -1], 'shear, nilpotent'],
  ['next to nothing', [0.004, -0.003, 0, 0.001], 'identity, no action'],
  ['nothing', [0, 0, 0, 0], 'identity, no action'],
  ['a turn in space', [0, 1, 0, -1, 0, 0, 0, 0, 0], 'rotation, so(2), 1 fixed'],
  ['a screw', [0, 1, 0, -1, 0, 0, 0, 0, 2], 'rotation, so(2), and scaling of 1 more'],
  ['three rates without sum', [2, 0, 0, 0, -1, 0, 0, 0, -1], 'hyperbolic, preserves volume'],
  ['a double rotation', [0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 3, 0, 0, -3, 0], 'rotation, 2 planes'],
];

for (const [what, entries, reading] of readings) {
  test(`${what} reads ${reading}`, () => {
    const n = Math.sqrt(entries.length);
    assert.is(describeGenerator(Float64Array.from(entries), n).reading, reading);
  });
}

test('the reading does not depend on the basis', () => {
  const random = randomStream(1);
  for (const [, entries, reading] of readings) {
    const n = Math.sqrt(entries.length);
    const frame = expm(
      random.fillNormal(new Float64Array(n * n)).map((entry) => 0.2 * entry),
      n,
    );
    const moved = multiply(
      multiply(frame, Float64Array.from(entries), n, n, n),
      inverse(frame, n),
      n,
      n,
      n,
    );
    assert.is(describeGenerator(moved, n).reading, reading);
  }
});

test('gives eigenvalues, rotation rate and the ratio of growth to rotation', () => {
  const { eigenvalues, omega, realToImaginary } = describeGenerator(
    Float64Array.of(0.2, 2, -2, 0.2),
    2,
  );
  close(
    eigenvalues.flatMap(({ re, im }) => [re, im]),
    [0.2, 2, 0.2, -2],
    { rtol: 1e-14 },
  );
  close([omega, realToImaginary ?? NaN], [2, 0.1], { rtol: 1e-14 });
  assert.is(describeGenerator(Float64Array.of(1, 0, 0, 2), 2).realToImaginary, null);
});

test('reads the weights of rotations and the form that is preserved', () => {
  const turns = (a: number, b: number): Float64Array =>
    Float64Array.of(0, a, 0, 0, -a, 0, 0, 0, 0, 0, 0, b, 0, 0, -b, 0);
  assert.equal(describeGenerator(turns(0.7, 2.1), 4).weights, [1, 3]);
  assert.equal(describeGenerator(turns(-3, 2.02), 4).weights, [2, 3]);
  assert.equal(describeGenerator(turns(5, 0), 4).weights, [1]);
  assert.is(describeGenerator(turns(1, Math.SQRT2), 4).weights, null);
  assert.is(describeGenerator(Float64Array.of(1, 0, 0, 2), 2).weights, null);
  const { metric } = describeGenerator(Float64Array.of(0, 2, -0.5, 0), 2);
  assert.equal(metric.signature, [2, 0, 0]);
  assert.ok(metric.residual < 1e-7);
  const boost = describeGenerator(Float64Array.of(0, 1, 1, 0), 2).metric;
  assert.equal(boost.signature, [1, 1, 0]);
  assert.ok(describeGenerator(Float64Array.of(1, 0, 0, 1), 2).metric.residual > 1);
});

test('the tolerance separates rotation from spiral', () => {
  const generator = Float64Array.of(0.1, 1, -1, 0.1);
  assert.match(describeGenerator(generator, 2, 0.11).reading, /^rotation/);
  assert.match(describeGenerator(generator, 2, 0.09).reading, /^spiral/);
});

const forms = suite('invariantForm');

const movement = (form: Float64Array, generator: Float64Array, n: number): number => {
  const g = expm(generator, n);
  const moved = multiply(multiply(transpose(g, n, n), form, n, n, n), g, n, n, n);
  return Math.hypot(...moved.map((entry, index) => entry - form[index]));
};

forms('of a rotation in any basis is preserved by the whole group, definite and of norm 1', () => {
  const random = randomStream(2);
  for (const n of [2, 3, 4]) {
    const frame = expm(
      random.fillNormal(new Float64Array(n * n)).map((entry) => 0.4 * entry),
      n,
    );
    const skew = random.fillNormal(new Float64Array(n * n));
    const rotation = skew.map((entry, index) => entry - transpose(skew, n, n)[index]);
    const generator = multiply(multiply(frame, rotation, n, n, n), inverse(frame, n), n, n, n);
    const form = invariantForm(generator, n);
    close(form, transpose(form, n, n), { atol: 1e-15 });
    close(Math.hypot(...form), 1, { rtol: 1e-14 });
    assert.ok(form[0] > 0 && form[n * n - 1] > 0);
    close(movement(form, generator, n), 0, { atol: 1e-9 });
  }
});

forms('of an ellipse is the ellipse', () => {
  // z1' = 2 z2, z2' = −0.5 z1 preserves z1²/4 + z2².
  const form = invariantForm(Float64Array.of(0, 2, -0.5, 0), 2);
  close(
    form,
    [0.25, 0, 0, 1].map((entry) => entry / Math.hypot(0.25, 1)),
    { atol: 1e-12 },
  );
});

forms('of several is the one closest to the identity', () => {
  close(
    invariantForm(new Float64Array(9), 3),
    identity(3).map((entry) => entry / Math.sqrt(3)),
    {
      atol: 1e-12,
    },
  );
  close(invariantForm(Float64Array.of(0, 1, -1, 0), 2), [Math.SQRT1_2, 0, 0, Math.SQRT1_2], {
    atol: 1e-12,
  });
});

forms('of a boost has no trace and a positive first entry', () => {
  const boost = Float64Array.of(0, 1, 1, 0);
  close(invariantForm(boost, 2), [Math.SQRT1_2, 0, 0, -Math.SQRT1_2], { atol: 1e-12 });
  close(movement(invariantForm(boost, 2), boost, 2), 0, { atol: 1e-12 });
});

forms('of a spiral is the one it preserves best', () => {
  const form = invariantForm(Float64Array.of(0.01, 1, -1, 0.01), 2);
  close(form, [Math.SQRT1_2, 0, 0, Math.SQRT1_2], { atol: 1e-9 });
});

test('the words alone come without the forms, in many dimensions too', () => {
  const n = 90;
  const turning = new Float64Array(n * n);
  for (let plane = 0; plane < n; plane += 2) {
    turning[plane * n + plane + 1] = -1;
    turning[(plane + 1) * n + plane] = 1;
  }
  assert.is(readGenerator(turning, n), 'rotation, 45 planes');
  const spiral = Float64Array.of(0.2, -1, 1, 0.2);
  assert.is(readGenerator(spiral, 2), describeGenerator(spiral, 2).reading);
  assert.throws(() => readGenerator(spiral, 3), /generators\[0\]/);
});

test.run();
forms.run();
