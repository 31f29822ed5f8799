import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories } from '@noether/contracts';
import { withVelocities } from '../src/with-velocities.js';

const bare = { times: Float64Array.of(0, 1, 3), states: Float64Array.of(0, 1, 9) };
const given = { ...bare, velocities: Float64Array.of(5, 5, 5) };
const of = (...items: (typeof bare)[]) =>
  trajectories({ names: ['x'], units: [''], items, provenance: { stage: 'test' } });

test('only missing velocities are filled in', () => {
  const [first, second] = withVelocities(of(bare, given)).items;
  assert.equal(Array.from(first.velocities ?? []), [0, 2, 6]);
  assert.is(second.velocities, given.velocities);
  const complete = of(given);
  assert.is(withVelocities(complete), complete);
});

test('a trajectory of one row is named', () => {
  const single = { times: Float64Array.of(0), states: Float64Array.of(0) };
  assert.throws(() => withVelocities(of(bare, single)), /Trajectory 1 has a single row/);
});

test.run();
