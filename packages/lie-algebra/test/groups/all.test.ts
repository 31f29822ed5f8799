import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  casimir,
  groupByName,
  groupCatalogue,
  killingForm,
  lorentz,
  so,
  soPq,
  structureConstants,
  su,
  u,
  type Group,
} from '@noether/lie-algebra';
import { close, describeGroup } from '@noether/testkit';

const dimensions = {
  so2: 1,
  'so2*r': 2,
  so3: 3,
  'so3+1': 3,
  so4: 6,
  so5: 10,
  gl1: 1,
  gl2: 4,
  gl3: 9,
  sl2: 3,
  sl3: 8,
  'so(1,1)': 1,
  'so(2,1)': 3,
  'so(1,3)': 6,
  lorentz: 6,
  poincare: 10,
  sp2: 3,
  sp4: 10,
  se2: 3,
  se3: 6,
  se4: 10,
  affine1: 2,
  affine2: 6,
  similarity2: 4,
  similarity3: 7,
  translations2: 2,
  scaling1: 1,
  scaling3: 3,
  u1: 1,
  u2: 4,
  su2: 3,
  su3: 8,
  heisenberg: 3,
  heisenberg2: 5,
  torus2: 2,
  'so2(1,2)': 1,
  'so2(2,0,-3)': 1,
  'so3 x scaling2': 5,
  'so2 x so2': 2,
  'su2 x u1': 4,
  '2*so3': 3,
  '2*se2': 3,
};
const names = Object.keys(dimensions);
for (const name of names) describeGroup(groupByName(name), { samples: 4, print: false });

const test = suite('groupByName');

test('every group bears the name it is found by and has the dimension of the literature', () => {
  for (const [name, dimension] of Object.entries(dimensions)) {
    const group = groupByName(name);
    assert.is(group.name, name);
    assert.is(group.dimension, dimension, name);
    assert.is(group.generators.length, dimension, name);
  }
});

test('names may be written with parentheses, capitals and spaces', () => {
  assert.is(groupByName('SO(3)'), so(3));
  assert.is(groupByName('so( 1, 3 )').name, 'so(1,3)');
  assert.is(groupByName('su(2)').name, 'su2');
  assert.is(groupByName('so2×scaling2').name, 'so2 x scaling2');
  assert.is(groupByName('2*so2 x so3').size, 7);
  assert.is(groupByName('heisenberg1').name, 'heisenberg');
  for (const { example } of groupCatalogue) assert.ok(groupByName(example).dimension > 0, example);
});

test('the generators are those of LaLiGAN', () => {
  const first = (name: string): Float64Array => groupByName(name).generators[0];
  close(first('so2'), [0, 1, -1, 0]);
  close(groupByName('so2*r').generators[1], [0.1, 0, 0, 0.1]);
  close(first('so3'), [0, -1, 0, 1, 0, 0, 0, 0, 0]);
  close(first('so3+1'), [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const places = groupByName('so4').generators.map((generator) => generator.indexOf(1));
  assert.equal(places, [4, 8, 9, 12, 13, 14], 'entries 10, 20, 21, 30, 31, 32');
});

test('compact groups are told from others', () => {
  const compact = Object.keys(dimensions).filter((name) => groupByName(name).compact === true);
  const expected = ['so2', 'so3', 'so3+1', 'so4', 'so5', 'u1', 'u2', 'su2', 'su3', 'torus2'];
  expected.push('so2(1,2)', 'so2(2,0,-3)', 'so2 x so2', 'su2 x u1', '2*so3');
  assert.equal(compact, expected);
});

test('contains tells elements from others', () => {
  const { contains } = so(3);
  assert.ok(contains?.(Float64Array.of(0, -1, 0, 1, 0, 0, 0, 0, 1), 1e-12));
  assert.not.ok(contains?.(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1.001), 1e-6));
  assert.not.ok(contains?.(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, -1), 1e-6), 'a reflection');
  assert.not.ok(groupByName('scaling2').contains?.(Float64Array.of(1, 0, 0, -1), 1e-6));
  assert.not.ok(groupByName('gl2').contains?.(Float64Array.of(-1, 0, 0, 1), 1e-6));
  const reversal = Float64Array.of(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  assert.not.ok(lorentz.contains?.(reversal, 1e-6), 'time and one axis turned around');
  assert.not.ok(groupByName('su2').contains?.(u(2).exp(Float64Array.of(0, 0, 0, 1)), 1e-6));
});

test('unknown names are answered with the nearest and all known ones', () => {
  assert.throws(() => groupByName('lorenz'), /no group named "lorenz"[^]*mean lorentz\?/);
  assert.throws(() => groupByName('so3 x scalng2'), /mean scaling2\?/);
  for (const name of ['e8', 'so1', 'so', 'constructor', 'gl0', 'so(0,3)', 'sp3']) {
    assert.throws(() => groupByName(name), /so2\*r|at least 2|positive integer/);
  }
});

test('groups that would fill the memory are refused by their size, the largest are made at once', () => {
  assert.throws(
    () => groupByName('so99'),
    /so99 has 4851 generators of 99 × 99 entries, 47,544,651 numbers; at most 4,000,000/,
  );
  for (const name of ['gl99', 'sl64', 'sp98', 'se99', 'affine99', 'similarity99', 'u40', 'su99']) {
    assert.throws(() => groupByName(name), /numbers; at most/, name);
  }
  assert.throws(() => groupByName('9*9*9*9*9*so3'), /numbers; at most/);
  assert.throws(() => groupByName('so50 x torus90'), /so50 x torus90 has 1315 generators/);
  assert.throws(() => soPq(60, 60), /so\(60,60\)/);
  for (const name of ['so50', 'gl40', 'torus99', 'scaling99', 'heisenberg99', 'su20']) {
    assert.ok(groupByName(name).dimension > 90, name);
  }
});

test('known structure: Killing forms and brackets of the literature', () => {
  const killing = ({ generators, size }: Group): Float64Array => killingForm(generators, size);
  const diagonal = (...entries: number[]): Float64Array =>
    matrixUnit(entries.length, ...entries.map((entry, i) => [i, i, entry] as const));
  close(killing(su(2)), diagonal(-2, -2, -2), { atol: 1e-13 });
  close(killing(su(3)), diagonal(-3, -3, -3, -3, -3, -3, -3, -3), { atol: 1e-13 });
  close(killing(lorentz), diagonal(-4, -4, -4, 4, 4, 4), { atol: 1e-13 });
  close(killing(groupByName('se2')), diagonal(-2, 0, 0), { atol: 1e-13 });
  close(killing(groupByName('heisenberg2')), new Float64Array(25), { atol: 1e-13 });
  close(killing(groupByName('sl2')), [8, 0, 0, 0, 0, 4, 0, 4, 0], { atol: 1e-13 });
  const f = structureConstants(su(3).generators, 6);
  close(f[(0 * 8 + 1) * 8 + 2], 1, { atol: 1e-13 });
  close(f[(3 * 8 + 4) * 8 + 7], Math.sqrt(3) / 2, { atol: 1e-13 });
  close(casimir(groupByName('sp4').generators, 4)[0], 5 / 12, { atol: 1e-13 });
  close(casimir(su(3).generators, 6)[0], 4 / 9, { atol: 1e-13 });
});

test.run();

function matrixUnit(n: number, ...entries: (readonly [number, number, number])[]): Float64Array {
  const matrix = new Float64Array(n * n);
  for (const [row, column, value] of entries) matrix[row * n + column] = value;
  return matrix;
}
