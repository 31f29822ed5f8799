import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  adjoint,
  adjointRepresentation,
  bracket,
  combine,
  defineGroup,
  definingRepresentation,
  directSum,
  dualRepresentation,
  equivariantMaps,
  exteriorPower,
  gl,
  invariantVectors,
  representationFromMap,
  representElement,
  sl2Irreducible,
  so,
  so2,
  so2Irreducible,
  so3Irreducible,
  structureConstants,
  su,
  symmetricPower,
  tensorProduct,
  trivialRepresentation,
  type Group,
  type Representation,
} from '@noether/lie-algebra';
import { identity, inverse, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';

const test = suite('representations');

const sl2 = defineGroup({ name: 'sl2', generators: sl2Irreducible(2).generators });
const so3Standard = defineGroup({ name: 'so3', generators: so3Irreducible(1).generators });
const vector = definingRepresentation(so(3));

const followsBrackets = (group: Group, { size, generators }: Representation): void => {
  const c = group.dimension;
  const constants = structureConstants(group.generators, group.size);
  generators.forEach((first, i) =>
    generators.forEach((second, j) => {
      const expected = combine(
        generators,
        constants.subarray((i * c + j) * c, (i * c + j + 1) * c),
      );
      close(bracket(first, second, size), expected, { atol: 1e-10 });
    }),
  );
};

const made: [name: string, group: Group, representation: Representation, size: number][] = [
  ['defining', so(3), vector, 3],
  ['trivial', so(3), trivialRepresentation(so(3), 2), 2],
  ['dual', gl(2), dualRepresentation(definingRepresentation(gl(2))), 2],
  ['direct sum', so(3), directSum(vector, adjointRepresentation(so(3))), 6],
  [
    'tensor product',
    gl(2),
    tensorProduct(definingRepresentation(gl(2)), dualRepresentation(definingRepresentation(gl(2)))),
    4,
  ],
  ['symmetric square', gl(3), symmetricPower(definingRepresentation(gl(3)), 2), 6],
  ['symmetric cube', gl(2), symmetricPower(definingRepresentation(gl(2)), 3), 4],
  ['exterior square', gl(4), exteriorPower(definingRepresentation(gl(4)), 2), 6],
  ['exterior cube', so(4), exteriorPower(definingRepresentation(so(4)), 3), 4],
  ['adjoint', gl(2), adjointRepresentation(gl(2)), 4],
  ['spin 1', so3Standard, so3Irreducible(1), 3],
  ['spin 2', so3Standard, so3Irreducible(2), 5],
  ['spin 4', so3Standard, so3Irreducible(4), 9],
  ['sl(2) on R^5', sl2, sl2Irreducible(5), 5],
];

for (const [name, group, representation, size] of made) {
  test(`${name} follows the brackets of the group`, () => {
    assert.is(representation.size, size);
    followsBrackets(group, representation);
  });
}

test('group elements: the dual inverts, the tensor product multiplies, the adjoint conjugates', () => {
  const random = randomStream('elements');
  const group = gl(2);
  const rho = definingRepresentation(group);
  for (let trial = 0; trial < 5; trial++) {
    const w = random.fillNormal(new Float64Array(4));
    const g = representElement(rho, w);
    close(g, group.exp(w), { rtol: 1e-12, atol: 1e-12 });
    close(representElement(dualRepresentation(rho), w), transpose(inverse(g, 2), 2, 2), {
      rtol: 1e-9,
      atol: 1e-9,
    });
    const square = representElement(tensorProduct(rho, rho), w);
    close(square[0], g[0] * g[0], { rtol: 1e-9, atol: 1e-9 });
    close(square[7], g[1] * g[3], { rtol: 1e-9, atol: 1e-9 });
    close(representElement(adjointRepresentation(group), w), adjoint(group.generators, g, 2), {
      rtol: 1e-8,
      atol: 1e-8,
    });
    const determinant = g[0] * g[3] - g[1] * g[2];
    close(representElement(exteriorPower(rho, 2), w), [determinant], { rtol: 1e-9 });
  }
});

test('irreducible representations of SO(3): Casimir −l(l+1), skew, and no map between two of them', () => {
  for (let l = 0; l <= 4; l++) {
    const { generators, size } = so3Irreducible(l);
    const squares = generators.map((matrix) => multiply(matrix, matrix, size, size, size));
    const casimir = squares[0].map((_, e) => squares[0][e] + squares[1][e] + squares[2][e]);
    close(
      casimir,
      identity(size).map((entry) => -l * (l + 1) * entry),
      { atol: 1e-12 },
    );
    for (const matrix of generators) {
      close(
        transpose(matrix, size, size),
        matrix.map((entry) => -entry),
        { atol: 1e-15 },
      );
    }
    for (let other = 0; other <= 4; other++) {
      const { vectors } = equivariantMaps(so3Irreducible(other), so3Irreducible(l));
      assert.is(vectors.length, other === l ? 1 : 0, `from spin ${other} to spin ${l}`);
    }
  }
});

test('weights of SO(2): two maps between equal weights, none between others', () => {
  followsBrackets(so2, so2Irreducible(3));
  const count = (a: number, b: number): number =>
    equivariantMaps(so2Irreducible(a), so2Irreducible(b)).vectors.length;
  assert.equal([count(1, 1), count(1, -1), count(1, 2), count(0, 0), count(0, 1)], [2, 2, 0, 1, 0]);
});

test('invariant vectors are counted as the theory says', () => {
  const counts: [Representation, number][] = [
    [tensorProduct(vector, vector), 1],
    [tensorProduct(tensorProduct(vector, vector), vector), 1],
    [symmetricPower(vector, 2), 1],
    [symmetricPower(vector, 3), 0],
    [symmetricPower(vector, 4), 1],
    [exteriorPower(vector, 2), 0],
    [exteriorPower(vector, 3), 1],
    [symmetricPower(sl2Irreducible(4), 4), 1],
    [trivialRepresentation(so(3), 2), 2],
  ];
  for (const [representation, count] of counts) {
    const { vectors, gap } = invariantVectors(representation);
    assert.is(vectors.length, count, representation.name);
    if (count > 0) assert.ok(gap > 1e9, `gap ${gap} of ${representation.name}`);
    for (const v of vectors) {
      for (const matrix of representation.generators) {
        close(
          multiply(matrix, v, representation.size, representation.size, 1),
          new Float64Array(v.length),
          { atol: 1e-11 },
        );
      }
    }
  }
});

test('equivariant maps commute with group elements', () => {
  const random = randomStream('maps');
  const [from, to] = [tensorProduct(vector, vector), adjointRepresentation(so(3))];
  const { vectors, gap } = equivariantMaps(from, to);
  assert.is(vectors.length, 1);
  assert.ok(gap > 1e9);
  const w = random.fillNormal(new Float64Array(3));
  const left = multiply(representElement(to, w), vectors[0], 3, 3, 9);
  const right = multiply(vectors[0], representElement(from, w), 3, 9, 9);
  close(left, right, { atol: 1e-11 });
});

test('a noisy basis still has its invariants, with a smaller gap', () => {
  const random = randomStream('noisy');
  const generators = so(3).generators.map((matrix) =>
    matrix.map((entry) => entry + 1e-3 * random.normal()),
  );
  const noisy = definingRepresentation(defineGroup({ name: 'noisy', generators }));
  const { vectors, gap, spectrum } = invariantVectors(symmetricPower(noisy, 2));
  assert.is(vectors.length, 1);
  assert.ok(gap > 100 && spectrum[0] > 1e-5);
});

test('dρ is derived from ρ', () => {
  const cubes = (g: Float64Array): Float64Array => Float64Array.of(g[0] ** 3);
  close(representationFromMap('cube', gl(1), cubes).generators[0], [3], { rtol: 1e-12 });
  const conjugation = (g: Float64Array): Float64Array => adjoint(so(3).generators, g, 3);
  const derived = representationFromMap('conjugation', so(3), conjugation);
  derived.generators.forEach((matrix, index) => {
    close(matrix, adjointRepresentation(so(3)).generators[index], { atol: 1e-12 });
  });
  const harmonics = (g: Float64Array): Float64Array =>
    representElement(so3Irreducible(2), so3Standard.log(g));
  const spin = representationFromMap('spin 2', so3Standard, harmonics);
  spin.generators.forEach((matrix, index) => {
    close(matrix, so3Irreducible(2).generators[index], { atol: 1e-11 });
  });
});

test('maps that are no homomorphism are refused, with an element that shows it', () => {
  const refuse = (group: Group, rho: (g: Float64Array) => Float64Array, why: RegExp): void => {
    assert.throws(() => representationFromMap('wrong', group, rho), why);
  };
  refuse(so(3), () => Float64Array.of(2), /rho\(I\) is \[2\] in place of I/);
  refuse(so(3), () => new Float64Array(9), /rho\(I\) is \[0, 0, 0; .* in place of I/);
  refuse(so2, (g) => g.map((entry) => 2 * entry), /rho\(I\) is \[2, 0; 0, 2\] in place/);
  refuse(so2, () => Float64Array.of(1, 0), /rho\(I\) has 2 entries, which is no square matrix/);
  const bumped = (g: Float64Array): Float64Array =>
    Float64Array.of(1 + Math.max(0, 0.5 - g[0]) ** 3);
  refuse(so2, bumped, /rho\(g h\) differs from rho\(g\) rho\(h\) by .* for g = \[/);
  const halfTurns = (g: Float64Array): Float64Array =>
    so2.exp(so2.log(g).map((angle) => angle / 2));
  refuse(so2, halfTurns, /rho\(g h\) differs/);
  const spin = (g: Float64Array): Float64Array =>
    representElement(definingRepresentation(su(2)), so3Standard.log(g));
  refuse(so3Standard, spin, /rho\(g h\) differs/);
  refuse(so2, (g) => Float64Array.of(g[0] > 0.95 ? 1 : NaN), /1 values .* 0 are finite/);
  const sign = (g: Float64Array): Float64Array => Float64Array.of(Math.sign(g[0]));
  refuse(so2, sign, /differs/);
  const growing = (g: Float64Array): Float64Array => new Float64Array(g[0] > 0.9 ? 1 : 4).fill(1);
  refuse(so2, growing, /rho gives 4 values/);
});

test('says what is wrong', () => {
  assert.throws(
    () => representationFromMap('square', gl(2), (g) => g.map((entry) => entry * entry)),
    /no representation/,
  );
  assert.throws(() => tensorProduct(vector, so2Irreducible(1)), /3 and 1 generators/);
  assert.throws(() => exteriorPower(vector, 4), /degree.*from 1 to 3/);
  assert.throws(() => symmetricPower(vector, 1.5), /degree/);
  assert.throws(() => so3Irreducible(0.5), /integer/);
  assert.throws(() => so2Irreducible(0.5), /integer/);
  assert.throws(() => trivialRepresentation(so(3), 0), /size/);
});

test.run();
