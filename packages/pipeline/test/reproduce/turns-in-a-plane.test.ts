import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { randomRotation } from '@noether/datasets';
import { eigenvalues, expm, inverse, multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { turnsInAPlane, turnsInSpaceAt } from '../../src/reproduce/turns-in-a-plane.js';

const SPIN = [0, -2, 0, 2, 0, 0, 0, 0, 0];

/** A run with this generator, 3 × 3, row-major. */
function run(matrix: readonly number[]): RunRecord {
  const flat = Float64Array.from(matrix);
  const spectrum = eigenvalues(flat, 3);
  const generator = [0, 3, 6].map((first) => matrix.slice(first, first + 3));
  const omega = Math.max(...spectrum.map(({ im }) => Math.abs(im)));
  const symmetry = { generators: [generator], eigenvalues: [spectrum], omega };
  return { symmetry } as unknown as RunRecord;
}

function conjugated(matrix: readonly number[], by: Float64Array): number[] {
  const half = multiply(by, Float64Array.from(matrix), 3, 3, 3);
  return [...multiply(half, inverse(by, 3), 3, 3, 3)];
}

const passes = (matrix: readonly number[]): boolean =>
  turnsInAPlane.holds(turnsInAPlane.value(run(matrix)) ?? NaN, run(matrix));

test('a rotation about any axis turns in a plane', () => {
  for (let seed = 0; seed < 5; seed++) {
    const turned = conjugated(SPIN, randomRotation(randomStream(seed)));
    close(turnsInAPlane.value(run(turned)) ?? NaN, 0, { atol: 1e-12 });
    assert.ok(passes(turned));
  }
});

test('in skewed coordinates the eigenvalues are right and the matrix is not', () => {
  const sheared = conjugated(SPIN, expm(Float64Array.of(0, 0.8, 0, 0, 0, 0, 0.5, 0, 0), 3));
  assert.ok((turnsInAPlane.value(run(sheared)) ?? 0) > 0.1);
  assert.not(passes(sheared));
});

test('growth along the axis, a slow turn and no turn are told', () => {
  const along = (rate: number, spin = SPIN): number[] =>
    spin.map((entry, at) => (at === 8 ? rate : entry));
  assert.ok(passes(along(0.09)));
  assert.not(passes(along(0.2)));
  assert.not(passes(SPIN.map((entry) => entry / 4)));
  assert.not(passes([0, 0, 0, 0, 0, 0, 0, 0, 1]));
});

test('the frequency of linear equations in any number of latent dimensions', () => {
  // The published equations of three dimensions: eigenvalues −0.008 ± 0.902 i and 0.016.
  const published = [
    [0, 0.58, -0.4, 0.1],
    [-0.56, 0, 0.54, 0],
    [0.45, -0.57, 0, 0],
  ];
  const names = ['z1', 'z2', 'z3', '1'];
  const record = { equations: { names, coefficients: published } } as unknown as RunRecord;
  const criterion = turnsInSpaceAt(0.908, 0.02);
  const value = criterion.value(record) ?? NaN;
  close(value, 0.902, { atol: 5e-4 });
  assert.ok(criterion.holds(value, record));
  assert.not(criterion.holds(0.93, record));
  const nothing = { equations: { names: [], coefficients: [] } } as unknown as RunRecord;
  assert.is(criterion.value(nothing), null);
});

test.run();
