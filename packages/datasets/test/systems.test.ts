import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { simulate } from '../src/simulate.js';
import { systems } from '../src/systems.js';

test('the registry', () => {
  assert.equal(Object.keys(systems), [
    'damped-oscillator',
    'lorenz',
    'lotka-volterra',
    'pendulum',
    'seir',
    'selkov',
    'three-body',
    'two-body',
  ]);
});

for (const [name, system] of Object.entries(systems)) {
  test(`${name}: states obey the field, and the invariant is constant`, () => {
    const { energyRange } = system.defaults;
    const step = Math.min(system.defaults.step, 0.001);
    const context = { random: randomStream(7), observe: () => {} };
    const options = { train: 2, validation: 1, test: 1, steps: 200, step };
    const data = simulate(system, options, context);
    const conserved = (state: Float64Array): number => system.invariant?.evaluate(state) ?? 0;
    assert.is(data.name, name);
    const d = system.names.length;
    for (const { states, velocities = new Float64Array(0) } of data.train.items) {
      const energy = conserved(states.subarray(0, d));
      assert.ok(energy >= energyRange[0] && energy <= energyRange[1]);
      for (let at = d; at < states.length - d; at++) {
        // Simpson's rule: what the states gain in two steps is the integral of the velocities.
        const gain = states[at + d] - states[at - d];
        const integral =
          (velocities[at + d] + 4 * velocities[at] + velocities[at - d]) * (step / 3);
        assert.ok(Math.abs(gain - integral) < 1e-6, `entry ${at}: ${gain} for ${integral}`);
      }
      for (let row = 1; row < 199; row++) {
        const state = states.subarray(row * d, (row + 1) * d);
        assert.ok(Math.abs(conserved(state) - energy) < 1e-8);
      }
    }
  });
}

test.run();
