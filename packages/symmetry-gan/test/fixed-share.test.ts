import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { so } from '@noether/lie-algebra';
import { mean, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { fixedDirections, fixedShare } from '../src/fixed-share.js';

const STATES = 20_000;

const basisOf = (generators: readonly Float64Array[], centre: number[]): SymmetryBasis =>
  symmetryBasis({
    dimension: centre.length,
    generators,
    centre: Float64Array.from(centre),
    provenance: { stage: 'test' },
  });

const aboutZ = Float64Array.of(0, -3, 0, 3, 0, 0, 0, 0, 0);

for (const size of [0.1, 1, 16]) {
  test(`it is the mean cosine under whole turns, of a bystander ${size} times the rest`, () => {
    const random = randomStream(`bystander ${size}`);
    const states = Float64Array.from(
      { length: 3 * STATES },
      (_, at) => (at % 3 === 2 ? 5 + size * random.uniform() : random.normal()) + 1,
    );
    const centre = [1, 1, 6 + size / 2];
    const cosines = Array.from({ length: STATES }, (_, row) => {
      const [x, y, z] = [0, 1, 2].map((at) => states[3 * row + at] - centre[at]);
      const turn = Math.cos(2 * Math.PI * random.uniform());
      return ((x * x + y * y) * turn + z * z) / (x * x + y * y + z * z);
    });
    close(fixedShare(basisOf([aboutZ], centre), states), mean(cosines), { atol: 0.015 });
  });
}

test('a round law has as much in each direction', () => {
  const random = randomStream('round');
  const states = random.fillNormal(new Float64Array(3 * STATES));
  close(fixedShare(basisOf([aboutZ], [0, 0, 0]), states), 1 / 3, { atol: 0.005 });
});

test('the direction of a tilted axis; none of so(3); none where nothing is finite or moves', () => {
  const [axis, ...others] = [3, 0, 2].map((value) => value / Math.hypot(3, 2));
  const tilted = Float64Array.of(0, -2, 0, 2, 0, -3, 0, 3, 0);
  const found = fixedDirections(basisOf([tilted], [0, 0, 0]));
  close(
    found.map((value) => value * Math.sign(found[0])),
    [axis, ...others],
    { atol: 1e-12 },
  );
  assert.is(fixedDirections(basisOf(so(3).generators, [0, 0, 0])).length, 0);
  assert.is(fixedDirections(basisOf([new Float64Array(9)], [0, 0, 0])).length, 0);
  assert.is(fixedShare(basisOf([new Float64Array(9)], [0, 0, 0]), Float64Array.of(1, 2, 3)), 0);
});

test('a state at the centre counts as if its parts were equal', () => {
  const basis = basisOf([aboutZ], [1, 2, 3]);
  close(fixedShare(basis, Float64Array.of(1, 2, 3, 1, 2, 9)), (1 / 3 + 1) / 2, { atol: 1e-12 });
});

test.run();
