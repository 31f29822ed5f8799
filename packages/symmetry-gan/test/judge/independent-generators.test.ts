import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { so } from '@noether/lie-algebra';
import { independentGenerators } from '@noether/symmetry-gan';

const [x, y, z] = so(3).generators;
const sum = (a: Float64Array, b: Float64Array, weight: number): Float64Array =>
  a.map((value, at) => value + weight * b[at]);

test('independent generators span as many directions as they are, orthonormal ones', () => {
  const basis = independentGenerators([x, sum(x, y, 2), sum(y, z, -1)]);
  assert.is(basis.length, 3);
  basis.forEach((a, i) =>
    basis.forEach((b, j) => {
      const product = a.reduce((total, value, at) => total + value * b[at], 0);
      assert.ok(Math.abs(product - (i === j ? 1 : 0)) < 1e-12);
    }),
  );
});

test('collinear, collapsed and superfluous generators add nothing', () => {
  const count = (...generators: Float64Array[]): number => independentGenerators(generators).length;
  assert.is(
    count(
      x,
      x.map((value) => -3 * value),
    ),
    1,
  );
  assert.is(count(x, sum(x, y, 0.05)), 1);
  assert.is(
    count(
      x,
      y.map((value) => 0.05 * value),
    ),
    1,
  );
  assert.is(count(x, sum(x, y, 0.5)), 2);
  assert.is(count(x, y, sum(x, y, 1)), 2);
  assert.is(count(x.map(() => 0)), 0);
});

test.run();
