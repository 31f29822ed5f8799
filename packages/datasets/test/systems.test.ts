import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { simulate } from '../src/simulate.js';
import { systems } from '../src/systems.js';

test('the registry', () => {
  assert.equal(Object.keys(systems).sort(), ['lotka-volterra', 'pendulum']);
});

for (const [name, system] of Object.entries(systems)) {
  test(`${name}: states obey the field, and the invariant is constant`, () => {
    const { step, energyRange } = system.defaults;
    const context = { random: randomStream(7), observe: () => {} };
    const data = simulate(system, { train: 2, validation: 1, test: 1, steps: 200 }, context);
    assert.is(data.name, name);
    const d = system.names.length;
    const velocity = new Float64Array(d);
    for (const { states } of data.train.items) {
      const energy = system.invariant.evaluate(states.subarray(0, d));
      assert.ok(energy >= energyRange[0] && energy <= energyRange[1]);
      for (let row = 1; row < 199; row++) {
        const state = states.subarray(row * d, (row + 1) * d);
        assert.ok(Math.abs(system.invariant.evaluate(state) - energy) < 1e-8);
        system.field(state, velocity);
        velocity.forEach((expected, column) => {
          const ahead = states[(row + 1) * d + column];
          const behind = states[(row - 1) * d + column];
          const slip = Math.abs((ahead - behind) / (2 * step) - expected);
          assert.ok(slip < 10 * step * step, `row ${row}: ${slip}`);
        });
      }
    }
  });
}

test.run();
