import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  adjoint,
  bakerCampbellHausdorff,
  bracket,
  casimir,
  closureResidual,
  combine,
  coordinates,
  killingForm,
  so,
  structureConstants,
} from '@noether/lie-algebra';
import { inverse, multiply, randomStream, transpose } from '@noether/numerics';
import { close } from '@noether/testkit';

interface GoldenAlgebra {
  basis: number[][][];
  constants: [number, number, number, number][];
  killing: number[][];
  casimir?: number[][];
}
interface Golden {
  algebras: Record<string, GoldenAlgebra>;
  bch: { A: number[][]; B: number[][]; partial_sums: number[][][] };
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('./golden/lie-algebras.json', import.meta.url), 'utf8'),
);

const test = suite('Lie algebra');

const flat = (rows: number[][]): Float64Array => Float64Array.from(rows.flat());

for (const [name, algebra] of Object.entries(golden.algebras)) {
  const generators = algebra.basis.map(flat);
  const n = algebra.basis[0].length;
  const c = generators.length;
  test(`${name}: structure constants, Killing form, Casimir and closure of the reference`, () => {
    const expected = new Float64Array(c ** 3);
    for (const [i, j, k, value] of algebra.constants) expected[(i * c + j) * c + k] = value;
    close(structureConstants(generators, n), expected, { atol: 1e-13 });
    close(killingForm(generators, n), flat(algebra.killing), { atol: 1e-13 });
    close(closureResidual(generators, n), 0, { atol: 1e-13 });
    if (algebra.casimir) close(casimir(generators, n), flat(algebra.casimir), { atol: 1e-13 });
  });

  test(`${name}: the Killing form is congruent under a change of basis`, () => {
    const change = randomStream(name).fillNormal(new Float64Array(c * c));
    const moved = Array.from({ length: c }, (_, row) =>
      combine(generators, change.subarray(row * c, (row + 1) * c)),
    );
    const form = flat(algebra.killing);
    const expected = multiply(multiply(change, form, c, c, c), transpose(change, c, c), c, c, c);
    close(killingForm(moved, n), expected, { atol: 1e-9 });
    if (algebra.casimir) close(casimir(moved, n), flat(algebra.casimir), { atol: 1e-9 });
  });
}

test('Killing form of so(n) is (n − 2) tr XY', () => {
  for (const n of [3, 4, 5, 6]) {
    const { generators, dimension } = so(n);
    const expected = new Float64Array(dimension ** 2);
    for (let i = 0; i < dimension; i++) expected[i * dimension + i] = -2 * (n - 2);
    close(killingForm(generators, n), expected, { atol: 1e-12 });
  }
});

test('Baker-Campbell-Hausdorff partial sums of orders 1 … 4 are those of the reference', () => {
  const { A, B, partial_sums } = golden.bch;
  partial_sums.forEach((expected, index) => {
    const order = (index + 1) as 1 | 2 | 3 | 4;
    close(bakerCampbellHausdorff(flat(A), flat(B), A.length, order), flat(expected), {
      atol: 1e-15,
    });
  });
  assert.throws(
    () => bakerCampbellHausdorff(flat(A), flat(B), A.length, 5 as 4),
    /order is 5; give 1, 2, 3 or 4/,
  );
});

test('closure residual of an open basis is what leaves the span', () => {
  const [x, y] = [Float64Array.of(0, 1, 0, 0), Float64Array.of(0, 0, 1, 0)];
  close(closureResidual([x, y], 2), Math.SQRT2, { rtol: 1e-15 });
  close(closureResidual([x], 2), 0);
  const scaled = [x.map((entry) => 7 * entry), y];
  close(closureResidual(scaled, 2), Math.SQRT2, { rtol: 1e-15 });
});

test('coordinates invert combine and project what lies outside', () => {
  const { generators } = so(4);
  const weights = randomStream(1).fillNormal(new Float64Array(6));
  close(coordinates(generators, [combine(generators, weights)]), weights, { atol: 1e-14 });
  const symmetric = Float64Array.from({ length: 16 }, (_, entry) => (entry % 5 === 0 ? 1 : 0));
  close(coordinates(generators, [symmetric]), new Float64Array(6), { atol: 1e-15 });
});

test('dependent generators are refused with a hint', () => {
  const x = Float64Array.of(0, 1, 0, 0);
  assert.throws(() => structureConstants([x, x], 2), /2 generators are linearly dependent/);
});

test('Ad of a rotation by a right angle permutes the axes of so(3)', () => {
  const { generators, exp } = so(3);
  const [turn] = [exp(Float64Array.of(Math.PI / 2, 0, 0))];
  const image = multiply(multiply(turn, generators[1], 3, 3, 3), inverse(turn, 3), 3, 3, 3);
  close(image, generators[2], { atol: 1e-15 });
  close(adjoint(generators, turn, 3), [1, 0, 0, 0, 0, -1, 0, 1, 0], { atol: 1e-15 });
  close(bracket(generators[0], generators[1], 3), generators[2]);
});

test.run();
