import { test } from 'uvu';
import { symmetryBasis } from '@noether/contracts';
import { bodiesField, twoBodySystem } from '@noether/datasets';
import { identity, multiply, randomStream } from '@noether/numerics';
import { drawElements } from '@noether/symmetry-gan';
import { close } from '@noether/testkit';
import { rotationOfPlanes } from '../../../src/reproduce/augmentation/rotation-of-planes.js';

const random = randomStream(2);
const { elements, inverses } = drawElements(
  symmetryBasis({
    dimension: 8,
    generators: [rotationOfPlanes(8)],
    centre: new Float64Array(8),
    provenance: { stage: 'test' },
  }),
  { law: 'normal', scale: 3 },
  5,
  random.split('elements'),
);

/** g x of each row of x. */
function moved(g: Float64Array, states: Float64Array): Float64Array {
  return Float64Array.from({ length: states.length }, (_, at) => {
    const [row, entry] = [Math.floor(at / 8), at % 8];
    return multiply(
      g.subarray(8 * entry, 8 * entry + 8),
      states.subarray(8 * row, 8 * row + 8),
      1,
      8,
      1,
    )[0];
  });
}

function eachElement(check: (g: Float64Array, inverse: Float64Array) => void): void {
  for (let at = 0; at < elements.length; at += 64) {
    check(elements.subarray(at, at + 64), inverses.subarray(at, at + 64));
  }
}

test('the turn commutes with the field of two bodies wherever they are, f(g x) = g f(x)', () => {
  const velocity = (state: Float64Array): Float64Array => {
    const result = new Float64Array(8);
    bodiesField(state, result);
    return result;
  };
  eachElement((g) => {
    const state = random.fillNormal(new Float32Array(8));
    const x = Float64Array.from(state);
    close(velocity(moved(g, x)), moved(g, velocity(x)), { rtol: 1e-11, atol: 1e-11 });
  });
});

test('turned states are followed by turned states, so that a sequence and what follows move alike', () => {
  const initial = twoBodySystem.propose(random.split('start'));
  const path = twoBodySystem.integrate(initial, 1, 10);
  eachElement((g, inverse) => {
    const turned = twoBodySystem.integrate(moved(g, initial), 1, 10);
    close(turned, moved(g, path), { atol: 1e-7 });
    close(multiply(inverse, g, 8, 8, 8), identity(8), { atol: 1e-13 });
  });
});

test.run();
