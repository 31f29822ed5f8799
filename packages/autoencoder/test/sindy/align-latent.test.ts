import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { EquationRecord } from '@noether/contracts';
import { inverse, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { alignedEquations, alignLatent, latentTerms, termShares } from '../../src/index.js';

const [rows, k] = [200, 3];
const matrix = Float64Array.of(2, 0.3, 0, -0.5, 1, 0.2, 0.1, 0, -3);
const offset = Float64Array.of(1, -2, 0.5);
const reference = randomStream(6).fillNormal(new Float64Array(rows * k));

/** reference = matrix · z + offset, solved for z. */
const latent = ((): Float64Array => {
  const back = inverse(matrix, k);
  const result = new Float64Array(rows * k);
  for (let row = 0; row < rows; row++) {
    const centred = reference.slice(row * k, row * k + k).map((value, at) => value - offset[at]);
    result.set(multiply(back, centred, k, k, 1), row * k);
  }
  return result;
})();

/** The Lorenz system in any three variables. */
function lorenz(variables: readonly string[]): EquationRecord {
  const terms = latentTerms(variables, { degree: 2 });
  const [x, y, z] = variables;
  const rowOf = (given: Readonly<Record<string, number>>): number[] =>
    terms.map(({ name }) => given[name] ?? 0);
  return {
    kind: 'equation-system',
    variables,
    terms,
    coefficients: [
      rowOf({ [x]: -10, [y]: 10 }),
      rowOf({ [x]: 28, [`${x} ${z}`]: -1, [y]: -1 }),
      rowOf({ [`${x} ${y}`]: 1, [z]: -8 / 3 }),
    ],
    r2: [1, 1, 1],
    provenance: { stage: 'test' },
  };
}

test('finds the affine map between latent and reference states', () => {
  const found = alignLatent(latent, reference, { k, d: k });
  close(found.matrix, matrix, { atol: 1e-10 });
  close(found.offset, offset, { atol: 1e-10 });
  close(found.r2, [1, 1, 1], { atol: 1e-12 });
});

test('says how little of a reference an unrelated latent space explains', () => {
  const other = randomStream(7).fillNormal(new Float64Array(rows * 2));
  const { r2 } = alignLatent(other, reference, { k: 2, d: k });
  assert.ok(
    r2.every((value) => value > 0 && value < 0.1),
    r2.join(),
  );
});

test('writes latent equations in the reference variables, there and back', () => {
  const there = alignLatent(latent, reference, { k, d: k });
  const back = alignLatent(reference, latent, { k, d: k });
  const variables = ['z1', 'z2', 'z3'];
  const hidden = alignedEquations(lorenz(['x', 'y', 'z']), reference, back, {
    variables,
    degree: 2,
  });
  assert.ok(hidden.coefficients.flat().filter((value) => Math.abs(value) > 0.01).length > 12);
  const found = alignedEquations(hidden, latent, there, { variables: ['x', 'y', 'z'], degree: 2 });
  close(found.coefficients.flat(), lorenz(['x', 'y', 'z']).coefficients.flat(), { atol: 1e-8 });
  close(found.r2, [1, 1, 1], { atol: 1e-10 });
});

test('shares tell how much a term moves its equation', () => {
  const shares = termShares(lorenz(['x', 'y', 'z']), reference);
  const columns = lorenz(['x', 'y', 'z']).terms.map(({ name }) => name);
  const rms = (f: (x: number, y: number) => number): number =>
    Math.sqrt(
      Array.from(
        { length: rows },
        (_, row) => f(reference[3 * row], reference[3 * row + 1]) ** 2,
      ).reduce((sum, value) => sum + value, 0) / rows,
    );
  const wanted = rms((x) => 10 * x) / rms((x, y) => 10 * (y - x));
  close(shares[0][columns.indexOf('x')], wanted, { rtol: 1e-12 });
  assert.is(shares.flat().filter((share) => share > 0).length, 7);
});

test('rows that do not pair up and latent states in a plane are refused', () => {
  assert.throws(() => alignLatent(latent, reference.subarray(1), { k, d: k }), /reference is/);
  const flat = latent.map((value, at) => (at % 3 === 2 ? 0 : value));
  assert.throws(() => alignLatent(flat, reference, { k, d: k }), /Column 2 depends/);
});

test.run();
