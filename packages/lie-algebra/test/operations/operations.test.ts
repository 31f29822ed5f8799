import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  adjoint,
  algebraAdjoints,
  bakerCampbellHausdorff,
  bracket,
  bracketCoordinates,
  composeSeries,
  elementAdjoints,
  groupByName,
  invertElements,
  leftJacobian,
  leftJacobianInverse,
  linearFlow,
  orbitDimension,
  orbitDimensions,
  projectToGroup,
  sampleAlgebra,
  sampleHaar,
  stabiliserDimension,
  vee,
  wedge,
} from '@noether/lie-algebra';
import { expm, identity, inverse, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';

const test = suite('operations');
const names = ['so3', 'se3', 'sl3', 'lorentz', 'su2', 'heisenberg'];

test('wedge, vee, bracket and series in coordinates are those of matrices, row by row', () => {
  for (const name of names) {
    const group = groupByName(name);
    const { size: n, dimension: c } = group;
    const random = randomStream(name);
    const [v, w] = [0, 1].map(() => sampleAlgebra(group, 3, random, { scale: 0.3 }));
    close(vee(group, wedge(group, v)), v, { atol: 1e-13 });
    const rows = (values: Float64Array, width: number): Float64Array[] =>
      [0, 1, 2].map((row) => values.subarray(row * width, (row + 1) * width));
    const [a, b] = [rows(wedge(group, v), n * n), rows(wedge(group, w), n * n)];
    const brackets = rows(wedge(group, bracketCoordinates(group, v, w)), n * n);
    const series = rows(wedge(group, composeSeries(group, v, w, 4)), n * n);
    const ad = rows(algebraAdjoints(group, v), c * c);
    for (const row of [0, 1, 2]) {
      close(brackets[row], bracket(a[row], b[row], n), { atol: 1e-13 });
      close(series[row], bakerCampbellHausdorff(a[row], b[row], n, 4), { atol: 1e-13 });
      const image = multiply(ad[row], rows(w, c)[row], c, c, 1);
      close(image, rows(bracketCoordinates(group, v, w), c)[row], { atol: 1e-13 });
    }
  }
});

test('inverses and adjoints of a batch are those of its elements', () => {
  for (const name of names) {
    const group = groupByName(name);
    const elements = group.exp(sampleAlgebra(group, 2, randomStream(name)));
    const [, second] = [0, 1].map((row) =>
      elements.subarray(row * group.size ** 2, (row + 1) * group.size ** 2),
    );
    const back = invertElements(group, elements).subarray(group.size ** 2);
    const product = multiply(second, back, group.size, group.size, group.size);
    close(product, identity(group.size), { atol: 1e-11 });
    const last = elementAdjoints(group, elements).subarray(group.dimension ** 2);
    close(last, adjoint(group.generators, second, group.size), { atol: 1e-13 });
  }
});

test('the left Jacobian moves exp as a finite difference does; its inverse moves log', () => {
  for (const name of names) {
    const group = groupByName(name);
    const c = group.dimension;
    const random = randomStream(name);
    const [w, e] = [0.4, 1].map((scale) => sampleAlgebra(group, 1, random, { scale }));
    const moved = (step: number): Float64Array =>
      group.exp(w.map((entry, index) => entry + step * e[index]));
    const h = 1e-5;
    const [ahead, behind] = [moved(h), moved(-h)];
    const slope = ahead.map((entry, index) => (entry - behind[index]) / (2 * h));
    const n = group.size;
    const left = multiply(slope, inverse(group.exp(w), n), n, n, n);
    close(multiply(leftJacobian(group, w), e, c, c, 1), vee(group, left), { atol: 1e-8 });
    const pushed = (step: number): Float64Array => {
      const push = group.exp(e.map((entry) => step * entry));
      return group.log(multiply(push, group.exp(w), n, n, n));
    };
    const [up, down] = [pushed(h), pushed(-h)];
    const change = up.map((entry, index) => (entry - down[index]) / (2 * h));
    close(multiply(leftJacobianInverse(group, w), e, c, c, 1), change, { atol: 1e-7 });
    close(leftJacobian(group, new Float64Array(c)), identity(c));
  }
});

test('projection finds the element that noise has moved, and says when there is none', () => {
  for (const name of [...names, 'so5', 'u2', 'similarity2', 'torus2']) {
    const group = groupByName(name);
    const random = randomStream(name);
    const element = group.exp(sampleAlgebra(group, 1, random, { scale: 0.5 }));
    close(projectToGroup(group, element), element, { atol: 1e-10 });
    const noisy = element.map((entry) => entry + 1e-4 * random.normal());
    const near = projectToGroup(group, noisy);
    assert.ok(group.contains?.(near, 1e-9), name);
    close(near, element, { atol: 3e-3 });
  }
  assert.throws(
    () =>
      projectToGroup(
        groupByName('so3'),
        identity(3).map((x) => -x),
      ),
    /matrix 0: \[-1, 0, 0; .*\] is too far from so3 .*no positive determinant/,
  );
});

test('projection of noisy rotations by π, which have no principal logarithm', () => {
  for (const [name, ...w] of [
    ['similarity2', Math.PI, 0.1, 1, 2],
    ['similarity3', Math.PI, 0, 0, 0.1, 1, 2, 3],
    ['se3', Math.PI, 0, 0, 1, 2, 3],
    ['so2*r', Math.PI, 0],
    ['so2(1,2)', Math.PI],
    ['poincare', 0, 0, Math.PI, 0, 0, 0, 1, 2, 3, 4],
    ['so3 x scaling2', 0, Math.PI, 0, 0.3, -0.2],
  ] as const) {
    const group = groupByName(name);
    const element = group.exp(Float64Array.of(...w));
    const random = randomStream(name);
    for (let trial = 0; trial < 5; trial++) {
      const noisy = element.map((entry) => entry + 1e-4 * random.normal());
      const near = projectToGroup(group, noisy);
      assert.ok(group.contains?.(near, 1e-9), name);
      close(near, element, { atol: 1e-3 });
    }
  }
});

test('Haar samples of SO(3) and SU(2) have the moments of irreducible characters', () => {
  for (const [name, factor, expected] of [
    ['so3', 1, 1],
    ['su2', 0.5, 1],
    ['so4', 1, 1],
  ] as const) {
    const { size } = groupByName(name);
    const count = 4000;
    const elements = sampleHaar(groupByName(name), count, randomStream(name));
    let mean = 0;
    let square = 0;
    for (let index = 0; index < count; index++) {
      let trace = 0;
      for (let i = 0; i < size; i++) trace += factor * elements[index * size ** 2 + i * (size + 1)];
      mean += trace / count;
      square += trace ** 2 / count;
    }
    close([mean, square], [0, expected], { atol: 0.1 });
  }
  assert.throws(() => sampleHaar(groupByName('gl2'), 1, randomStream(1)), /gl2.*no Haar sampler/);
});

test('algebra samples have the distribution that was asked for', () => {
  const group = groupByName('so3');
  const draw = (distribution: 'normal' | 'uniform' | 'integer'): Float64Array =>
    sampleAlgebra(group, 2000, randomStream(distribution), { distribution, scale: 2 });
  const square = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value * value, 0) / values.length;
  close([square(draw('normal')), square(draw('uniform'))], [4, 4 / 3], { atol: 0.25 });
  assert.equal([...new Set(draw('integer'))].sort().join(), '-1,-2,0,1,2');
  assert.ok(draw('uniform').every((value) => Math.abs(value) <= 2));
  assert.throws(
    () => sampleAlgebra(group, 1, randomStream(1), { distribution: 'integer', scale: 0.5 }),
    /scale is 0.5; give a positive integer/,
  );
  assert.throws(
    () => sampleAlgebra(group, 1, randomStream(1), { distribution: 'gauss' as 'normal' }),
    /distribution is "gauss"; give one of normal, uniform, integer/,
  );
  assert.throws(() => sampleAlgebra(group, -1, randomStream(1)), /count is -1/);
  assert.throws(() => sampleAlgebra(group, 1.5, randomStream(1)), /count is 1.5/);
  assert.is(sampleAlgebra(group, 0, randomStream(1)).length, 0);
});

test('the inverse of the left Jacobian is refused after a full turn and right next to it', () => {
  const inverseAt = (name: string, ...w: number[]): Float64Array =>
    leftJacobianInverse(groupByName(name), Float64Array.from(w));
  const turn = 2 * Math.PI;
  const message = /coefficients, row 0: the exponential of .* is singular there, ad has .*6.283i/;
  assert.throws(() => inverseAt('so3', turn, 0, 0), message);
  assert.throws(() => inverseAt('se3', 0, turn, 0, 1, 2, 3), message);
  assert.throws(() => inverseAt('so4', Math.PI, 0, 0, 0, 0, Math.PI), message);
  assert.throws(() => inverseAt('so3', 0, 0, 0, 0, 0, 2 * turn), /row 1.*12.57i/);
  for (const apart of [1e-3, 1e-6]) {
    const w = [turn - apart, 0, 0];
    const back = inverseAt('so3', ...w);
    const product = multiply(leftJacobian(groupByName('so3'), Float64Array.from(w)), back, 3, 3, 3);
    close(product, identity(3), { atol: 1e-9 });
    close(Math.abs(back[4]) * apart, Math.PI * 2, { rtol: 1e-2 });
  }
  const boost = inverseAt('lorentz', 0, 0, 0, 20, 0, 0);
  assert.ok(boost.every(Number.isFinite), 'a large boost is regular');
  assert.is(inverseAt('so2', turn)[0], 1, 'as is a full turn of an abelian group');
});

test('orbits: spheres, a light cone, the plane and fixed points', () => {
  const dimensionOf = (name: string, ...point: number[]): number[] => {
    const place = Float64Array.from(point);
    return [
      orbitDimension(groupByName(name), place),
      stabiliserDimension(groupByName(name), place),
    ];
  };
  assert.equal(dimensionOf('so3', 1, 2, 3), [2, 1]);
  assert.equal(dimensionOf('so3', 0, 0, 0), [0, 3]);
  assert.equal(dimensionOf('lorentz', 1, 1, 0, 0), [3, 3]);
  assert.equal(dimensionOf('se2', 5, 7, 1), [2, 1]);
  assert.equal(dimensionOf('torus2', 0, 0, 1, 2), [1, 1]);
  assert.throws(() => orbitDimension(groupByName('so3'), new Float64Array(2)), /3 coordinates/);
  const nan = Float64Array.of(1, NaN, 0);
  assert.throws(() => orbitDimension(groupByName('so3'), nan), /point holds NaN at index 1/);
  const points = Float64Array.of(1, 2, 3, 0, 0, 0, 0, 1e-200, 0);
  assert.equal([...orbitDimensions(groupByName('so3'), points)], [2, 0, 2]);
  assert.is(orbitDimensions(groupByName('so3'), new Float64Array(0)).length, 0);
  assert.throws(() => orbitDimensions(groupByName('so3'), nan.subarray(1)), /multiple of 3/);
});

test('the flow of a linear field is exp(tL) on every point', () => {
  const generator = Float64Array.of(0, 1, -1, -0.1);
  const flow = linearFlow(generator, 2, Float64Array.of(1, 0, 0, 1), [0, 2]);
  const [a, b, c, d] = expm(
    generator.map((entry) => 2 * entry),
    2,
  );
  close(flow, [1, 0, 0, 1, a, c, b, d], { rtol: 1e-15, atol: 1e-16 });
});

test.run();
