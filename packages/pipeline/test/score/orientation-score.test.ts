import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { identityEncoder, trajectories, type Trajectories } from '@noether/contracts';
import { randomRotation } from '@noether/datasets';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { orientationScore } from '../../src/score/orientation-score.js';

const random = randomStream(8);
const rotations = Array.from({ length: 200 }, (_, at) => randomRotation(random.split(at)));
const factors = {
  names: Array.from({ length: 9 }, (_, at) => `r${at}`),
  values: Float64Array.from(rotations.flatMap((rotation) => [...rotation])),
};
const centre = Float64Array.of(0.5, 0, -1);
const encoder = identityEncoder(3);

function seen(latent: (rotation: Float64Array, row: number) => readonly number[]): Trajectories {
  const items = rotations.map((rotation, row) => ({
    times: Float64Array.of(0),
    states: Float64Array.from(latent(rotation, row)),
  }));
  const names = ['a', 'b', 'c'];
  return trajectories({ names, units: ['', '', ''], items, provenance: { stage: 'data' } });
}

test('a vector turned by the rotation follows it, at a constant distance', async () => {
  const turned = seen((r) => [0, 1, 2].map((row) => 2 * r[3 * row] - r[3 * row + 2] + centre[row]));
  const score = await orientationScore(encoder, centre, turned, factors);
  close([score.linear, score.radiusVariation], [1, 0], { atol: 1e-12 });
});

test('what ignores the rotation explains nothing, also after so many terms', async () => {
  const noise = random.split('noise');
  const free = seen(() => [noise.normal(), noise.normal(), noise.normal()]);
  const { linear, radiusVariation } = await orientationScore(encoder, centre, free, factors);
  assert.ok(Math.abs(linear) < 0.08, `${linear}`);
  // Of the distance to a point off its centre of a normal cloud.
  assert.ok(radiusVariation > 0.3);
});

test('a curved function of the rotation is explained in part', async () => {
  const curved = seen((r) => [r[0] ** 3, r[3] ** 3, r[6] ** 3]);
  const { linear } = await orientationScore(encoder, new Float64Array(3), curved, factors);
  // E x⁴ / √(E x² E x⁶) = (1/5) / √(1/3 · 1/7), squared.
  close(linear, 0.84, { atol: 0.05 });
});

test.run();
