import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { interpretAlgebra, principalAngles, so } from '@noether/lie-algebra';
import { inverse, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { knownAlgebras } from '../../src/interpret/known-algebras.js';
import { disguise } from './disguise.js';

const test = suite('interpretAlgebra');

const algebras: [name: string, n: number, c: number][] = [
  ['so(2)', 2, 1],
  ['so(3)', 3, 3],
  ['sl(2)', 2, 3],
  ['so(1,2)', 3, 3],
  ['su(2)', 4, 3],
  ['so(1,3)', 4, 6],
  ['so(4)', 4, 6],
  ['se(2)', 3, 3],
  ['se(3)', 4, 6],
  ['heisenberg', 3, 3],
  ['scaling(2)', 2, 2],
  ['so(2) + scaling', 2, 2],
  ['affine(1)', 2, 2],
  ['gl(2)', 2, 4],
  ['sl(3)', 3, 8],
  ['sp(4)', 4, 10],
  ['so(3), 1 fixed', 4, 3],
];

const generatorsOf = (name: string, n: number, c: number): readonly Float64Array[] => {
  const algebra = knownAlgebras(n, c).find((known) => known.name === name);
  assert.ok(algebra, name);
  return algebra.generators;
};

for (const [name, n, c] of algebras) {
  test(`finds ${name} under conjugation, mixing and noise`, () => {
    const random = randomStream('interpretation').split(name);
    for (const [noise, least] of [
      [0, 6],
      [1e-3, 5],
      [1e-2, 5],
    ]) {
      const names = Array.from(
        { length: 6 },
        () => interpretAlgebra(disguise(generatorsOf(name, n, c), n, noise, random), n).name,
      );
      const right = names.filter((found) => found === name).length;
      assert.ok(right >= least, `${right} of 6 at noise ${noise}: ${names.join(' | ')}`);
    }
  });
}

test('the scale of the generators means nothing, from 1e-200 to 1e200', () => {
  for (const scale of [1e-200, 1e-160, 1e-100, 1e100, 1e160, 1e200]) {
    const generators = so(3).generators.map((matrix) => matrix.map((entry) => scale * entry));
    const { name, metric, structure, sparsest } = interpretAlgebra(generators, 3);
    assert.is(name, 'so(3)', `${scale}`);
    assert.equal([metric.signature, structure.signature].flat(), [3, 0, 0, 0, 3, 0]);
    close(sparsest[0], [0, 1, 0, -1, 0, 0, 0, 0, 0], { atol: 1e-10 });
    const plane = [Float64Array.of(0, scale, -scale, 0)];
    assert.is(interpretAlgebra(plane, 2).name, 'so(2)', `${scale}`);
  }
});

test('random matrices are no known algebra, and how far from closed they are is said', () => {
  const random = randomStream('no algebra');
  for (const [n, c] of [
    [3, 2],
    [3, 3],
    [4, 3],
    [4, 6],
  ]) {
    for (let trial = 0; trial < 10; trial++) {
      const matrices = Array.from({ length: c }, () => random.fillNormal(new Float64Array(n * n)));
      const { name, sentence, closure } = interpretAlgebra(matrices, n);
      assert.is(name, null);
      assert.not(closure.closed);
      assert.match(sentence, /^no known algebra: the brackets leave the span by \d/);
    }
  }
});

test('two of the three rotations of space do not close, with noise or without', () => {
  const random = randomStream('pair');
  for (const noise of [0, 1e-3, 1e-2]) {
    const pair = disguise(so(3).generators.slice(0, 2), 3, noise, random);
    assert.is(interpretAlgebra(pair, 3).name, null);
  }
});

test('a closed span without a name is described by its structure', () => {
  const rates = Float64Array.of(1, 0, 0, 0, 2, 0, 0, 0, 3.5);
  const shift = Float64Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0);
  const { name, structure, sentence } = interpretAlgebra([rates, shift], 3);
  assert.is(name, null);
  assert.equal(structure.derivedSeries, [2, 1, 0, 0].slice(0, 3));
  assert.ok(structure.solvable && !structure.nilpotent && !structure.abelian);
  assert.match(sentence, /^no known algebra: closed to 0, solvable, derived series 2 > 1 > 0/);
});

test('structure, Killing form and metric of so(1,3)', () => {
  const random = randomStream('lorentz');
  const found = interpretAlgebra(disguise(generatorsOf('so(1,3)', 4, 6), 4, 1e-3, random), 4);
  const { structure, killing, metric, margins } = found;
  assert.equal(structure.signature, [3, 3, 0]);
  assert.equal(structure.derivedSeries, [6, 6]);
  assert.is(structure.centre, 0);
  assert.ok(structure.semisimple && !structure.solvable);
  assert.ok(killing[2] < 0 && killing[3] > 0 && margins.semisimple > 0.01);
  assert.is(metric.forms.length, 1);
  assert.ok(metric.gap > 20);
  assert.equal([...metric.signature].slice(0, 2).sort(), [1, 3]);
});

test('series, centre and flags of known algebras', () => {
  const rows: [string, number, number, number[], number[], number, string][] = [
    ['heisenberg', 3, 3, [3, 1, 0], [3, 1, 0], 1, 'nilpotent'],
    ['se(2)', 3, 3, [3, 2, 0], [3, 2, 2], 0, 'solvable'],
    ['affine(1)', 2, 2, [2, 1, 0], [2, 1, 1], 0, 'solvable'],
    ['scaling(2)', 2, 2, [2, 0], [2, 0], 2, 'abelian'],
    ['gl(2)', 2, 4, [4, 3, 3], [4, 3, 3], 1, ''],
    ['so(4)', 4, 6, [6, 6], [6, 6], 0, 'semisimple'],
    ['se(3)', 4, 6, [6, 6], [6, 6], 0, ''],
  ];
  for (const [name, n, c, derived, lower, centre, flag] of rows) {
    const { structure } = interpretAlgebra(generatorsOf(name, n, c), n);
    assert.equal(structure.derivedSeries, derived, name);
    assert.equal(structure.lowerCentralSeries, lower, name);
    assert.is(structure.centre, centre, name);
    assert.is(structure.abelian, flag === 'abelian', name);
    assert.is(structure.nilpotent, flag === 'abelian' || flag === 'nilpotent', name);
    assert.is(structure.semisimple, flag === 'semisimple', name);
    assert.is(structure.solvable, ['abelian', 'nilpotent', 'solvable'].includes(flag), name);
  }
});

test('the coordinates take the found span to the usual form', () => {
  const random = randomStream('usual form');
  const basis = disguise(so(3).generators, 3, 0, random);
  const { closest } = interpretAlgebra(basis, 3);
  assert.ok(closest);
  close(closest.angles, [0, 0, 0], { atol: 1e-6 });
  const back = inverse(closest.coordinates, 3);
  const moved = basis.map((matrix) =>
    multiply(multiply(closest.coordinates, matrix, 3, 3, 3), back, 3, 3, 3),
  );
  close(principalAngles(moved, closest.basis), [0, 0, 0], { atol: 1e-6 });
  close(closest.basis[0], [0, 1, 0, -1, 0, 0, 0, 0, 0], { atol: 1e-12 });
});

test('structure constants have the errors that repeated noise shows', () => {
  const random = randomStream('errors');
  const [noise, repeats] = [1e-3, 300];
  const exact = disguise(so(3).generators, 3, 0, random);
  const truth = interpretAlgebra(exact, 3).structureConstants.values;
  const noisy = exact.map((matrix) => matrix.slice());
  let squares = 0;
  let predicted = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    noisy.forEach((matrix, i) =>
      matrix.forEach((_, e) => {
        matrix[e] = exact[i][e] + noise * random.normal();
      }),
    );
    const { values, errors } = interpretAlgebra(noisy, 3, { noise }).structureConstants;
    values.forEach((value, index) => {
      squares += (value - truth[index]) ** 2;
      predicted += errors[index] ** 2;
    });
  }
  const ratio = Math.sqrt(squares / predicted);
  assert.ok(ratio > 0.4 && ratio < 1.6, `spread over predicted error is ${ratio}`);
});

test('one generator keeps its reading; doubles and zeros are left out', () => {
  const turn = Float64Array.of(0, 2, -0.5, 0);
  assert.is(interpretAlgebra([turn], 2).name, 'so(2)');
  assert.is(interpretAlgebra([turn], 2).sentence, 'rotation, so(2)');
  const doubled = interpretAlgebra([turn, turn.map((e) => -3 * e), new Float64Array(4)], 2);
  assert.is(doubled.dimension, 1);
  assert.is(doubled.sentence, 'rotation, so(2); 2 of 3 generators add nothing');
  const spiral = interpretAlgebra([Float64Array.of(0.2, 1, -1, 0.2)], 2);
  assert.is(spiral.name, null);
  assert.match(spiral.sentence, /^spiral/);
});

test('the noise is estimated from the closure, and the same input gives the same answer', () => {
  const random = randomStream('noise');
  const ratios = Array.from({ length: 20 }, () => {
    const basis = disguise(so(4).generators, 4, 1e-3, random);
    assert.is(interpretAlgebra(basis, 4).sentence, interpretAlgebra(basis, 4).sentence);
    return interpretAlgebra(basis, 4).noise / 1e-3;
  });
  const middle = ratios.sort((a, b) => a - b)[10];
  assert.ok(middle > 0.6 && middle < 1.6, `estimated over true noise is ${middle}`);
});

test('the example of docs/reading-a-basis.md', () => {
  const found = [
    Float64Array.of(0.412, 1.893, -0.617, 0.391),
    Float64Array.of(0.208, -0.544, 0.181, 0.213),
  ];
  const { sentence, closest } = interpretAlgebra(found, 2);
  assert.is(sentence, 'so(2) + scaling, closure 0.011, entries explained to 3e-3');
  close(closest?.basis[0] ?? [], [1, 0, 0, 1], { atol: 1e-12 });
  close(closest?.basis[1] ?? [], [0, 1, -1, 0], { atol: 1e-12 });
});

test('a known noise or a stricter bound refuses what an estimate would pass', () => {
  const almost = [Float64Array.of(0, 1, -1, 0), Float64Array.of(1, 0.03, 0, 1)];
  assert.is(interpretAlgebra(almost, 2).name, 'so(2) + scaling');
  assert.is(interpretAlgebra(almost, 2, { noise: 1e-4 }).name, null);
  assert.is(interpretAlgebra(almost, 2, { largestError: 1e-3 }).name, null);
});

test('large matrices are read by their structure alone', () => {
  const { name, sentence } = interpretAlgebra(so(9).generators, 9);
  assert.is(name, null);
  assert.is(sentence, 'closed to 0, semisimple of dimension 36, Killing signature (0, 36)');
});

test('says what is wrong with the generators', () => {
  assert.throws(() => interpretAlgebra([new Float64Array(3)], 2), /generators\[0\].*2 × 2/);
  assert.throws(() => interpretAlgebra([Float64Array.of(NaN, 0, 0, 0)], 2), /finite/);
  assert.throws(() => interpretAlgebra([new Float64Array(4)], 2), /not 0/);
  assert.throws(() => interpretAlgebra([], 2), /generators/);
});

test.run();
