import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import {
  determinant,
  eigenvalues,
  identity,
  inverse,
  multiply,
  nullSpace,
  randomStream,
  singularValues,
  solve,
  symmetricEigen,
  transpose,
} from '@noether/numerics';

const test = suite('linear algebra');

const random = (length: number, seed: number): Float64Array =>
  randomStream(seed).fillNormal(new Float64Array(length));

test('multiply and transpose of rectangular matrices', () => {
  const a = Float64Array.of(1, 2, 3, 4, 5, 6);
  const b = Float64Array.of(7, 8, 9, 10, 11, 12);
  assert.equal(multiply(a, b, 2, 3, 2), Float64Array.of(58, 64, 139, 154));
  assert.equal(transpose(a, 2, 3), Float64Array.of(1, 4, 2, 5, 3, 6));
  assert.throws(() => multiply(a, b, 2, 2, 3), /have 6 and 6 entries; expected 2 × 2 and 2 × 3/);
});

test('solve inverts multiply, with pivoting', () => {
  close(solve(Float64Array.of(0, 2, 1, 0), Float64Array.of(4, 3), 2), [3, 2]);
  const a = random(64, 1);
  const x = random(24, 2);
  const b = multiply(a, x, 8, 8, 3);
  close(solve(a, b, 8, 3), x, { atol: 1e-12 });
  close(multiply(a, inverse(a, 8), 8, 8, 8), identity(8), { atol: 1e-12 });
});

test('solve leaves its arguments alone and names a singular matrix', () => {
  const a = Float64Array.of(1, 2, 2, 4);
  const b = Float64Array.of(1, 1);
  assert.throws(() => solve(a, b, 2), /singular: no pivot in column 1 of 2/);
  assert.equal([a, b], [Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1)]);
  assert.throws(() => solve(a, Float64Array.of(1), 2), /b has 1 entries; expected 2 × 1/);
});

test('determinants of permutations, products and singular matrices', () => {
  close(determinant(Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0), 3), 1);
  close(determinant(Float64Array.of(0, 1, 1, 0), 2), -1);
  close(determinant(Float64Array.of(1, 2, 2, 4), 2), 0);
  const [a, b] = [random(25, 7), random(25, 8)];
  close(determinant(multiply(a, b, 5, 5, 5), 5), determinant(a, 5) * determinant(b, 5), {
    rtol: 1e-12,
  });
});

test('eigenvalues of a rotation, a triangular and a companion matrix', () => {
  const [first, second] = eigenvalues(Float64Array.of(0.1, 2, -2, 0.1), 2);
  close([first.re, first.im, second.re, second.im], [0.1, 2, 0.1, -2], { rtol: 1e-14 });
  const triangular = eigenvalues(Float64Array.of(1, 5, 7, 0, 3, 9, 0, 0, 2), 3);
  close(
    triangular.map(({ re }) => re),
    [3, 2, 1],
    { rtol: 1e-13 },
  );
  // Roots of (x − 4)(x² + 1).
  const companion = eigenvalues(Float64Array.of(4, -1, 4, 1, 0, 0, 0, 1, 0), 3);
  close(
    companion.flatMap(({ re, im }) => [re, im]),
    [4, 0, 0, 1, 0, -1],
    { atol: 1e-13 },
  );
});

test('symmetricEigen: A V = V diag(values), Vᵀ V = I, ascending', () => {
  const half = random(36, 3);
  const a = multiply(transpose(half, 6, 6), half, 6, 6, 6);
  const { values, vectors } = symmetricEigen(a, 6);
  assert.equal(values, values.slice().sort());
  const scaled = vectors.map((entry, index) => entry * values[index % 6]);
  close(multiply(a, vectors, 6, 6, 6), scaled, { atol: 1e-12 });
  close(multiply(transpose(vectors, 6, 6), vectors, 6, 6, 6), identity(6), { atol: 1e-13 });
});

test('singular values of wide, tall and deficient matrices', () => {
  const wide = Float64Array.of(3, 0, 0, 0, 0, 4, 0, 0);
  close(singularValues(wide, 2, 4), [4, 3], { rtol: 1e-15 });
  close(singularValues(transpose(wide, 2, 4), 4, 2), [4, 3], { rtol: 1e-15 });
  close(singularValues(Float64Array.of(1, 2, 2, 4), 2, 2), [5, 0], { atol: 1e-15 });
  const a = random(15, 4);
  const squares = symmetricEigen(multiply(a, transpose(a, 3, 5), 3, 5, 3), 3).values;
  close(singularValues(a, 3, 5), squares.map(Math.sqrt).reverse(), { rtol: 1e-12 });
});

for (const [m, n, rank] of [
  [2, 5, 2],
  [6, 4, 2],
  [4, 4, 3],
  [1, 1, 1],
  [3, 3, 0],
]) {
  test(`null space of a ${m} × ${n} matrix of rank ${rank}`, () => {
    const a = multiply(random(m * rank, 5), random(rank * n, 6), m, rank, n);
    const basis = nullSpace(a, m, n);
    const dimension = basis.length / n;
    assert.is(dimension, n - rank);
    close(
      multiply(a, transpose(basis, dimension, n), m, n, dimension),
      new Float64Array(m * dimension),
      {
        atol: 1e-13,
      },
    );
    const gram = multiply(basis, transpose(basis, dimension, n), dimension, n, dimension);
    close(gram, identity(dimension), { atol: 1e-13 });
  });
}

test('the tolerance of the null space is relative to the largest singular value', () => {
  const a = Float64Array.of(1e6, 0, 0, 1);
  assert.is(nullSpace(a, 2, 2, 1e-5).length, 2);
  assert.is(nullSpace(a, 2, 2, 1e-7).length, 0);
});

test('NaN is refused where an iteration would not end', () => {
  const bad = Float64Array.of(1, NaN, 0, 1);
  for (const run of [
    () => eigenvalues(bad, 2),
    () => symmetricEigen(bad, 2),
    () => singularValues(bad, 2, 2),
    () => nullSpace(bad, 2, 2),
    () => inverse(bad, 2),
  ]) {
    assert.throws(run, /a holds NaN in row 0, column 1/);
  }
});

test.run();
