import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories } from '@noether/contracts';
import { close } from '@noether/testkit';
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

test('agrees with numpy.gradient(x, t, edge_order=2); two rows give their slope', () => {
  const times = Float64Array.of(0, 0.1, 0.35, 0.4, 1);
  const states = times.map((t) => Math.sin(3 * t));
  const pair = { times: Float64Array.of(1, 3), states: Float64Array.of(0, 4) };
  const [sine, line] = withVelocities(of({ times, states }, pair)).items;
  const expected = [
    3.14594206400845, 2.764462069218343, 1.4581996855086086, 1.0915083097224105,
    -3.7279052360802702,
  ];
  close(sine.velocities ?? [], expected, { atol: 1e-12 });
  close(line.velocities ?? [], [2, 2], { atol: 1e-15 });
});

test('a trajectory of one row is named', () => {
  const single = { times: Float64Array.of(0), states: Float64Array.of(0) };
  assert.throws(() => withVelocities(of(bare, single)), /Trajectory 1 has a single row/);
});

test.run();
