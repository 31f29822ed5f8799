import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, trajectories } from '@noether/contracts';
import { integrate, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  commutingBasis,
  concat,
  equivariantBasis,
  fitWeakEquations,
  functionLibrary,
  polynomialLibrary,
  volumePreservingBasis,
} from '../../src/index.js';
import { testContext } from '../test-context.js';

const rotation = symmetryBasis({
  dimension: 2,
  generators: [Float64Array.of(0, -1, 1, 0)],
  centre: new Float64Array(2),
  provenance: { stage: 'test' },
});

/** The projector on the rows of an orthonormal basis. */
function projector(space: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => {
    let sum = 0;
    for (let v = 0; v < space.length; v += size) {
      sum += space[v + Math.floor(at / size)] * space[v + (at % size)];
    }
    return sum;
  });
}

const points = randomStream('points').fillNormal(new Float64Array(120));

for (const degree of [1, 3]) {
  test(`degree ${degree}: for a linear field the sampled space is the exact one`, () => {
    const library = polynomialLibrary(['x', 'y'], degree);
    const size = 2 * library.terms.length;
    const sampled = commutingBasis(
      library,
      {
        evaluate: (state, velocity) => velocity.set([-state[1], state[0]]),
        jacobian: (_, derivative) => derivative.set([0, -1, 1, 0]),
      },
      points,
    );
    const exact = equivariantBasis(library.terms, rotation);
    assert.is(sampled.length, exact.length);
    close(projector(sampled, size), projector(exact, size), { atol: 1e-8 });
  });
}

test('volume is kept: the basis is divergence-free and as large as it must be', () => {
  const library = polynomialLibrary(['x', 'y'], 2);
  const space = volumePreservingBasis(library, points);
  // Hamiltonians of degree 3 in two variables without the constant: 9.
  assert.is(space.length / 12, 9);
  const slopes = new Float64Array(12);
  library.jacobian([0.7, -1.3], slopes);
  for (let v = 0; v < space.length; v += 12) {
    let divergence = 0;
    for (let term = 0; term < 6; term++) {
      divergence += space[v + term] * slopes[term * 2] + space[v + 6 + term] * slopes[term * 2 + 1];
    }
    assert.ok(Math.abs(divergence) < 1e-8, `${divergence}`);
  }
  assert.throws(
    () => volumePreservingBasis(library, [1, 2]),
    /points is an array of 2 values; give 12/,
  );
});

test('a fit in the space of a symmetry has it exactly, and beats the free one under noise', () => {
  const times = Float64Array.from({ length: 100 }, (_, row) => 0.1 * row);
  const { states } = integrate(
    (x, v) => v.set([-0.1 * x[0] - x[1], x[0] - 0.1 * x[1]]),
    [2, 0],
    times,
  );
  const library = polynomialLibrary(['x', 'y'], 3);
  const space = equivariantBasis(library.terms, rotation);
  const truth = [-0.1, -1, 1, -0.1];
  const errors = [undefined, space].map((own) => {
    let error = 0;
    for (let seed = 0; seed < 5; seed++) {
      const random = randomStream(seed);
      const noisy = states.map((value) => value + 0.15 * random.normal());
      const items = [{ times, states: noisy }];
      const provenance = { stage: 'test' };
      const data = trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance });
      const options = { library, threshold: 0.02, ...(own ? { space: own } : {}) };
      const system = fitWeakEquations(data, options, testContext());
      const of = (row: number, name: string): number =>
        system.coefficients[row][system.terms.findIndex((term) => term.name === name)] ?? 0;
      const found = [of(0, 'x'), of(0, 'y'), of(1, 'x'), of(1, 'y')];
      error += Math.hypot(...found.map((value, at) => value - truth[at]));
      if (own) close([found[0], found[1]], [found[3], -found[2]], { rtol: 1e-9, atol: 1e-9 });
    }
    return error;
  });
  assert.ok(errors[1] < errors[0] / 2, errors.join(' '));
});

test('Hamiltonian exponentials: the field itself commutes with itself', () => {
  const library = concat(
    polynomialLibrary(['p', 'q'], 1),
    functionLibrary(['p', 'q'], [{ function: 'exp' }]),
  );
  const field = {
    evaluate: (x: ArrayLike<number>, v: Float64Array): void =>
      v.set([2 / 3 - (4 / 3) * Math.exp(x[1]), Math.exp(x[0]) - 1]),
    jacobian: (x: ArrayLike<number>, m: Float64Array): void =>
      m.set([0, (-4 / 3) * Math.exp(x[1]), Math.exp(x[0]), 0]),
  };
  const space = commutingBasis(library, field, points);
  assert.is(space.length, 10);
  const scale = space[0] / (2 / 3);
  close(
    space,
    [2 / 3, 0, 0, 0, -4 / 3, -1, 0, 0, 1, 0].map((value) => scale * value),
    { atol: 1e-8 },
  );
});

test('a space of the wrong size is refused', () => {
  const times = Float64Array.from({ length: 100 }, (_, row) => row);
  const item = { times, states: times.map((t) => Math.sin(t)) };
  const provenance = { stage: 'test' };
  const data = trajectories({ names: ['x'], units: [''], items: [item], provenance });
  const fit = (options: object): unknown => fitWeakEquations(data, options, testContext());
  assert.throws(() => fit({ space: new Float64Array(2) }), /give rows of 3 coefficients/);
  assert.throws(
    () => fit({ space: new Float64Array(3), exclude: { x: ['1'] } }),
    /exclude is an object; leave it out/,
  );
});

for (const scale of [1e-4, 1e4]) {
  test(`points of ${scale}: the sampled spaces have as many dimensions as at 1`, () => {
    const library = polynomialLibrary(['x', 'y'], 3);
    const turning = {
      evaluate: (x: ArrayLike<number>, v: Float64Array): void => v.set([-x[1], x[0]]),
      jacobian: (_: ArrayLike<number>, m: Float64Array): void => m.set([0, -1, 1, 0]),
    };
    const far = Array.from({ length: 80 }, (_, at) => scale * Math.sin(1.7 * at + 0.3 * at * at));
    assert.is(commutingBasis(library, turning, far).length, 4 * 20);
    assert.is(volumePreservingBasis(library, far).length, 14 * 20);
  });
}

test.run();
