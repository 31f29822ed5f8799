import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, trajectories } from '@noether/contracts';
import { integrate, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { spaceInUnits } from '../../src/constrain/space-in-units.js';
import { equivariantBasis, fitWeakEquations, polynomialLibrary } from '../../src/index.js';
import { testContext } from '../test-context.js';

const { terms } = polynomialLibrary(['x', 'y'], 3);
const degreeOf = (term: number): number =>
  terms[term].exponents.reduce((sum, power) => sum + power, 0);
const rotation = (centre: readonly number[]): ReturnType<typeof symmetryBasis> =>
  symmetryBasis({
    dimension: 2,
    generators: [Float64Array.of(0, -1, 1, 0)],
    centre: Float64Array.from(centre),
    provenance: { stage: 'test' },
  });

/** Σ qᵢ qᵢᵀ of orthonormal rows: the same for the same space. */
function projector(space: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let row = 0; row < space.length; row += size) {
    for (let at = 0; at < result.length; at++) {
      result[at] += space[row + Math.floor(at / size)] * space[row + (at % size)];
    }
  }
  return result;
}

for (const scale of [1e-3, 1, 30]) {
  test(`the space in units of ${scale}^(1 − degree) is that computed in them`, () => {
    const basis = rotation([0.5 * scale, -scale]);
    const units = Float64Array.from({ length: 2 * terms.length }, (_, at) => {
      return scale ** (1 - degreeOf(at % terms.length));
    });
    const expected = equivariantBasis(terms, basis, units);
    const found = spaceInUnits(equivariantBasis(terms, basis), units);
    assert.is(found.length, expected.length);
    close(projector(found, units.length), projector(expected, units.length), { atol: 1e-6 });
  });
}

test('a row that says nothing new is left out', () => {
  const found = spaceInUnits(Float64Array.of(1, 1, 0, 2, 2, 0), Float64Array.of(1, 0.1, 1));
  const expected = [1, 10, 0, 10, 100, 0, 0, 0, 0].map((value) => value / 101);
  close(projector(found, 3), expected, { atol: 1e-14 });
});

test('a weak fit in the space of a symmetry has it exactly, however large the data', () => {
  const times = Float64Array.from({ length: 100 }, (_, row) => 0.1 * row);
  const field = (x: ArrayLike<number>, v: Float64Array): void =>
    v.set([-0.1 * x[0] - x[1], x[0] - 0.1 * x[1]]);
  const { states } = integrate(field, [2, 0], times);
  const space = equivariantBasis(terms, rotation([0, 0]));
  const fitted = (scale: number, own = {}): Record<string, readonly number[]> => {
    const random = randomStream(1);
    const noisy = states.map((value) => scale * (value + 0.15 * random.normal()));
    const data = trajectories({
      names: ['x', 'y'],
      units: ['', ''],
      items: [{ times, states: noisy }],
      provenance: { stage: 'test' },
    });
    const options = { degree: 3, threshold: 0, significance: 0, space, ...own };
    const system = fitWeakEquations(data, options, testContext());
    return Object.fromEntries(
      system.terms.map(({ name, exponents }, column) => {
        const degree = exponents.reduce((sum, power) => sum + power, 0);
        return [name, system.coefficients.map((row) => row[column] * scale ** (degree - 1))];
      }),
    );
  };
  const plain = fitted(1);
  for (const scale of [1e-6, 1e-3, 1e3, 1e6]) {
    const found = fitted(scale);
    assert.equal(Object.keys(found), ['x', 'y', 'x^3', 'x^2 y', 'x y^2', 'y^3']);
    for (const name of Object.keys(found)) close(found[name], plain[name], { rtol: 1e-7 });
    close(found['x'], [found['y'][1], -found['y'][0]], { rtol: 1e-9 });
    close(found['x^3'], found['x y^2'], { rtol: 1e-9 });
    const [near, far] = [1, scale].map((by) => fitted(by, { space: undefined, significance: 4 }));
    assert.equal(Object.keys(far), Object.keys(near));
    for (const name of Object.keys(near)) close(far[name], near[name], { rtol: 1e-7 });
  }
});

test.run();
