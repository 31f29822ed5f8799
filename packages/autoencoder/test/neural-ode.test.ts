import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type Trajectories } from '@noether/contracts';
import { selectEngine } from '@noether/compute';
import { integrate, randomStream } from '@noether/numerics';
import { trainNeuralOde } from '../src/index.js';

const pendulum = ({ 0: angle, 1: rate }: ArrayLike<number>, velocity: Float64Array): void => {
  velocity[0] = rate;
  velocity[1] = -Math.sin(angle);
};
const times = Float64Array.from({ length: 101 }, (_, row) => row * 0.1);

/** Swings of the pendulum from rest; the rate in another unit than the angle. */
function swings(angles: readonly number[]): Trajectories {
  const items = angles.map((angle) => {
    const { states } = integrate(pendulum, [angle, 0], times, { method: 'dop853' });
    return { times, states: states.map((value, at) => (at % 2 === 1 ? 100 * value : value)) };
  });
  const names = ['angle', 'rate'];
  return trajectories({ names, units: ['', ''], items, provenance: { stage: 'test' } });
}

const context = { random: randomStream(1), observe: () => {} };

test('learns the pendulum and forecasts an unseen swing; same seed, same field', async () => {
  const engine = await selectEngine();
  const options = { engine, width: 16, steps: 1500, learningRate: 1e-2 };
  const data = swings([0.4, 0.8, 1.2, 1.6, 2]);
  const ode = await trainNeuralOde(data, options, context);
  assert.equal(ode.variables, ['angle', 'rate']);
  assert.ok(ode.loss < 0.01, `loss ${ode.loss}`);
  const truth = swings([1]).items[0].states;
  const path = integrate(ode.evaluate, [1, 0], times);
  assert.is(path.status, 'complete');
  const worst = truth.reduce((most, value, at) => {
    const error = Math.abs(path.states[at] - value) / (at % 2 === 1 ? 100 : 1);
    return Math.max(most, error);
  }, 0);
  assert.ok(worst < 0.15, `off by ${worst} after 1.6 periods`);
  const again = await trainNeuralOde(data, { ...options, steps: 20 }, context);
  const third = await trainNeuralOde(data, { ...options, steps: 20 }, context);
  assert.is(again.loss, third.loss);
});

test('bad data and options are named', async () => {
  const engine = await selectEngine();
  const fails = async (data: Trajectories, options: object, message: RegExp): Promise<void> => {
    try {
      await trainNeuralOde(data, { engine, ...options }, context);
    } catch (error) {
      assert.match((error as Error).message, message);
      return;
    }
    assert.unreachable();
  };
  const data = swings([1]);
  await fails(data, { horizon: 0 }, /horizon is 0; give a positive whole number/);
  await fails(data, { horizon: 500 }, /No trajectory has more than 500 rows/);
  const uneven = trajectories({
    ...data,
    items: [{ ...data.items[0], times: times.map((time) => time * (1 + 0.01 * time)) }],
  });
  await fails(uneven, {}, /Trajectory 0, row 2 is not .* after the one before/);
});

test.run();
