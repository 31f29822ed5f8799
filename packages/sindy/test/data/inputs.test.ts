import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type Trajectories } from '@noether/contracts';
import { integrate } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  embed,
  equationDataOf,
  equationSystem,
  fitEquations,
  fitWeakEquations,
  mapDataOf,
  polynomialLibrary,
  signalOf,
  sweepThresholds,
  tensor,
  withInputs,
} from '../../src/index.js';
import { lorenz } from '../lorenz.js';
import { testContext } from '../test-context.js';

const provenance = { stage: 'test' };
const drive = (time: number, values: Float64Array): void => void (values[0] = Math.sin(2 * time));

/** Lorenz's system with u² = sin²(2t) in the first equation, from (−8, 8, 27). */
function driven(end: number): Trajectories {
  const times = Float64Array.from({ length: end * 500 }, (_, row) => row * 0.002);
  const field = (state: ArrayLike<number>, velocity: Float64Array): void => {
    lorenz(state, velocity);
    velocity[0] += Math.sin(2 * state[3]) ** 2;
    velocity[3] = 1;
  };
  const options = { relative: 1e-12, absolute: 1e-12 };
  const path = integrate(field, [-8, 8, 27, 0], times, options);
  const states = path.states.filter((_, at) => at % 4 < 3);
  const names = ['x', 'y', 'z'];
  const data = trajectories({ names, units: ['', '', ''], items: [{ times, states }], provenance });
  return withInputs(data, { names: ['u'] }, drive);
}

test('SINDYc: Lorenz with sin²(2t) adds u^2, and runs with the same inputs', () => {
  const data = driven(10);
  const system = fitEquations(equationDataOf(data), {}, testContext());
  assert.equal(system.text(4), [
    'dx/dt = -9.999 x + 9.999 y + 0.9994 u^2',
    'dy/dt = 27.99 x - 0.9986 y - 0.9998 x z',
    'dz/dt = -2.666 z + 0.9999 x y',
  ]);
  assert.equal(system.inputs, ['u']);
  const { times, states } = data.items[0];
  const path = system.simulate([-8, 8, 27], times.subarray(0, 500), { inputs: drive });
  assert.is(path.status, 'complete');
  close(path.states, states.subarray(0, 1500), { atol: 0.02 });
  close(path.at(0.5), path.states.subarray(750, 753), { rtol: 1e-9 });
  assert.throws(() => system.simulate([1, 1, 1], [0, 1]), /inputs is undefined; give u as/);
});

test('a stored system with inputs evaluates x followed by u, with its Jacobian', async () => {
  const fitted = fitEquations(equationDataOf(driven(4)), {}, testContext());
  const system = equationSystem(fitted.toJson());
  const [rate, slopes] = [new Float64Array(3), new Float64Array(12)];
  system.evaluate([1, 2, 3, 0.5], rate);
  system.jacobian([1, 2, 3, 0.5], slopes);
  for (let column = 0; column < 4; column++) {
    const state = [1, 2, 3, 0.5];
    const [up, down] = [new Float64Array(3), new Float64Array(3)];
    state[column] += 1e-5;
    system.evaluate(state, up);
    state[column] -= 2e-5;
    system.evaluate(state, down);
    for (let row = 0; row < 3; row++) {
      close(slopes[row * 4 + column], (up[row] - down[row]) / 2e-5, { rtol: 1e-6, atol: 1e-6 });
    }
  }
  const url = `data:text/javascript,${encodeURIComponent(`export default ${system.toJavaScript()};`)}`;
  const { default: run } = (await import(url)) as { default: typeof system.evaluate };
  const again = new Float64Array(3);
  run([1, 2, 3, 0.5], again);
  close(again, rate, { rtol: 1e-14 });
});

test('the weak form and the sweep see the inputs too', () => {
  const data = driven(10);
  const weak = fitWeakEquations(data, {}, testContext());
  assert.match(weak.text()[0], /^dx\/dt = -\d.* x \+ \d.* y \+ .* u\^2$/);
  const { picked } = sweepThresholds(
    equationDataOf(data),
    { heldOut: { ...data, items: [driven(1).items[0]] } },
    testContext(),
  );
  assert.is(picked.terms, 8);
  assert.ok((picked.heldOut ?? 1) < 0.01, `${picked.heldOut}`);
});

const logistic = (rates: number[], steps: number): Trajectories => {
  const items = rates.map((rate) => {
    const states = new Float64Array(steps).fill(0.5);
    for (let k = 1; k < steps; k++) states[k] = rate * states[k - 1] * (1 - states[k - 1]);
    return { times: Float64Array.from(states.keys()), states };
  });
  return trajectories({ names: ['x'], units: [''], items, provenance });
};

test('the logistic map: 3.600 x - 3.600 x^2, printed and iterated', () => {
  const data = logistic([3.6], 1000);
  const system = fitEquations(mapDataOf(data), {}, testContext());
  assert.equal(system.text(4), ['x[k+1] = 3.600 x - 3.600 x^2']);
  assert.equal(system.latex(4), ['x_{k+1} = 3.600\\,x - 3.600\\,x^{2}']);
  assert.match(system.toJavaScript(), /\/\/ x\[k\+1\]/);
  const path = system.simulate([0.5], data.items[0].times.subarray(0, 20));
  close(path.states, data.items[0].states.subarray(0, 20), { rtol: 1e-9 });
  assert.is(path.at(7.5)[0], path.states[7]);
  close(system.score(data).r2, [1], { rtol: 1e-12 });
  const away = system.simulate(
    [3],
    Array.from({ length: 50 }, (_, k) => k),
  );
  assert.is(away.status, 'diverged');
  assert.ok(away.states.every(Number.isFinite));
});

test('with the parameter as an input: 1.000 r x - 1.000 r x^2', () => {
  const rates = [3.6, 3.7, 3.8, 3.9];
  const constants = rates.map(
    (rate) => (_: number, values: Float64Array) => void values.fill(rate),
  );
  const data = withInputs(logistic(rates, 1000), { names: ['r'] }, constants);
  const columns = ['x', 'r'];
  const library = tensor(
    embed(polynomialLibrary(['r'], 1), columns),
    embed(polynomialLibrary(['x'], 2), columns),
  );
  const system = fitEquations(mapDataOf(data), { library }, testContext());
  assert.equal(system.text(4), ['x[k+1] = 1.000 r x - 1.000 r x^2']);
  const path = system.simulate([0.5], [0, 1, 2], { inputs: constants[2] });
  close(path.states, [0.5, 0.95, 3.8 * 0.95 * 0.05], { rtol: 1e-6 });
});

test('inputs given as samples: each named interpolation meets the samples, the last one too', () => {
  const times = [0, 1, 2];
  for (const interpolation of ['hold', 'linear', 'cubic'] as const) {
    const signal = signalOf({ times, values: [1, 4, 2], interpolation }, 1);
    const value = new Float64Array(1);
    signal(2, value);
    assert.is(value[0], 2, interpolation);
    signal(5, value);
    assert.is(value[0], 2, interpolation);
  }
});

test('weights travel with their rows; inputs without names are refused', () => {
  const times = Float64Array.of(0, 1, 2, 3);
  const item = { times, states: Float64Array.of(1, 2, 3, 4), weights: Float64Array.of(1, 0, 2, 3) };
  const data = trajectories({
    names: ['x'],
    units: [''],
    items: [item, { times, states: times }],
    provenance,
  });
  close(equationDataOf(data).weights ?? [], [1, 0, 2, 3, 1, 1, 1, 1], { atol: 0 });
  close(mapDataOf(data).weights ?? [], [1, 0, 2, 1, 1, 1], { atol: 0 });
  const nameless = { ...item, inputs: times };
  assert.throws(
    () => trajectories({ names: ['x'], units: [''], items: [nameless], provenance }),
    /Trajectory 0 has inputs without names/,
  );
  assert.throws(
    () => withInputs(data, { names: ['u'] }, [drive]),
    /source is an array of 1 values; give one for each of 2 trajectories/,
  );
});

test('a score on data with other variables or without the inputs is refused', () => {
  const data = driven(4);
  const system = fitEquations(equationDataOf(data), {}, testContext());
  const { inputs, ...bare } = data;
  assert.ok(inputs);
  const items = data.items.map(({ times, states }) => ({ times, states }));
  assert.throws(
    () => system.score(trajectories({ ...bare, items })),
    /data.inputs is .*none.*; the equations have u/,
  );
  const renamed = trajectories({ ...bare, names: ['x', 'y', 'w'], items });
  assert.throws(() => system.score(renamed), /data.names is .*; the equations have x, y, z/);
});

test('a map that leaves all numbers says at which step', () => {
  const times = Float64Array.from({ length: 40 }, (_, row) => row);
  const states = Float64Array.from({ length: 40 }, (_, row) => 0.5 / (1 + row));
  const squares = states.map((value) => value * value);
  const data = { names: ['x'], states, velocities: squares, discrete: true };
  const system = fitEquations(data, { degree: 2, ridge: 0 }, testContext());
  assert.equal(system.text(), ['x[k+1] = 1.00 x^2']);
  const path = system.simulate([10], times);
  assert.is(path.status, 'diverged');
  assert.is(path.reason, 'The state is not finite at step 9.');
  assert.match(system.simulate([10], times, { bound: 1e6 }).reason, /exceeds the bound 1000000/);
});

test.run();
