import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NoetherError, dimensionOf, isTrajectories, trajectories } from '../src/index.js';
import type { Trajectory } from '../src/index.js';

const provenance = { stage: 'test' };
const good: Trajectory = {
  times: Float64Array.from([0, 0.5, 1]),
  states: Float64Array.from([1, 2, 3, 4, 5, 6]),
};

const make = (...items: Trajectory[]): ReturnType<typeof trajectories> =>
  trajectories({ names: ['q', 'p'], units: ['m', ''], items, provenance });

function refuses(action: () => unknown, ...parts: string[]): void {
  assert.throws(
    action,
    (error: unknown) =>
      error instanceof NoetherError && parts.every((part) => error.message.includes(part)),
    `expected a NoetherError that says ${parts.join(', ')}`,
  );
}

test('keeps what it was given, frozen', () => {
  const value = make(good);
  assert.is(value.kind, 'trajectories');
  assert.is(value.items[0], good);
  assert.is(dimensionOf(value), 2);
  assert.ok(Object.isFrozen(value));
  assert.throws(() => Object.assign(value, { names: [] }));
});

test('wants names, one unit each, and an item', () => {
  const value = { names: ['q', 'p'], units: ['m', ''], items: [good], provenance };
  refuses(() => trajectories({ ...value, names: [] }), 'names', 'name at least one variable');
  refuses(() => trajectories({ ...value, units: ['m'] }), 'units', 'each of the 2 variables');
  refuses(() => trajectories({ ...value, items: [] }), 'items', 'at least one trajectory');
});

test('names an empty name and an array that is no Float64Array', () => {
  const value = { names: ['q', ''], units: ['m', ''], items: [good], provenance };
  refuses(() => trajectories(value), 'names', 'every name needs a letter');
  const states = [1, 2, 3, 4, 5, 6] as unknown as Float64Array;
  for (const gaps of ['refuse', 'split'] as const) {
    refuses(
      () =>
        trajectories({ ...value, names: ['q', 'p'], items: [good, { ...good, states }] }, { gaps }),
      'Trajectory 1: states is a plain array',
      'Give a Float64Array',
    );
  }
});

test('names the trajectory with the wrong number of states', () => {
  const states = Float64Array.from([1, 2, 3, 4, 5]);
  refuses(
    () => make(good, { ...good, states }),
    'Trajectory 1 has 5 state values for 3 times of 2 variables',
    'Expected 6 values',
  );
});

test('names the trajectory with the wrong number of velocities', () => {
  const velocities = new Float64Array(4);
  refuses(() => make({ ...good, velocities }), 'Trajectory 0 has 4 velocity values', 'Expected 6');
});

test('names trajectory and row of a time that does not increase', () => {
  for (const times of [
    [0, 0, 1],
    [0, -1, 1],
    [0, NaN, 1],
  ]) {
    refuses(
      () => make(good, good, { ...good, times: Float64Array.from(times) }),
      `Trajectory 2, row 1: the time ${times[1]} does not increase`,
    );
  }
});

test('names trajectory, row and variable of a number that is not finite', () => {
  const states = good.states.with(5, Infinity);
  refuses(() => make(good, { ...good, states }), 'Trajectory 1, row 2: p is Infinity');
  const velocities = new Float64Array(6).with(2, NaN);
  refuses(() => make({ ...good, velocities }), 'Trajectory 0, row 1: q is moving at NaN');
});

test('carries code, argument and value for programs', () => {
  try {
    make({ ...good, states: good.states.with(0, NaN) });
    assert.unreachable();
  } catch (error) {
    assert.instance(error, NoetherError);
    assert.is((error as NoetherError).code, 'invalid-trajectory');
    assert.is((error as NoetherError).argument, 'items[0]');
    assert.ok(Number.isNaN((error as NoetherError).value));
  }
});

test('splits at gaps when asked, and counts', () => {
  const times = Float64Array.from({ length: 12 }, (_, row) => row);
  const states = Float64Array.from({ length: 24 }, (_, at) => at);
  states[9] = NaN;
  const weights = times.map((_, row) => row);
  const inputs = times.with(7, Infinity);
  const value = trajectories(
    {
      names: ['q', 'p'],
      units: ['', ''],
      inputs: { names: ['u'], units: ['V'] },
      items: [{ times, states, weights, inputs }],
      provenance,
    },
    { gaps: 'split' },
  );
  assert.equal(
    value.items.map((item) => Array.from(item.times)),
    [
      [0, 1, 2, 3],
      [8, 9, 10, 11],
    ],
  );
  assert.equal(Array.from(value.items[1].states), [16, 17, 18, 19, 20, 21, 22, 23]);
  assert.equal(Array.from(value.items[1].weights ?? []), [8, 9, 10, 11]);
  assert.equal(value.gaps, { rows: 2, short: 2, cut: 1, pieces: 2 });
  const all = { ...good, states: good.states.map(() => NaN) };
  const split = (item: Trajectory): unknown =>
    trajectories(
      { names: ['q', 'p'], units: ['', ''], items: [item], provenance },
      { gaps: 'split' },
    );
  refuses(() => split(all), 'No 3 rows in a row are finite', 'All 3 rows');
  assert.is((split(good) as { gaps?: unknown }).gaps, undefined);
});

test('inputs and weights are checked like states', () => {
  const value = { names: ['q', 'p'], units: ['', ''], provenance };
  const inputs = { names: ['u'], units: [''] };
  const item = { ...good, inputs: Float64Array.of(1, 2, 3) };
  assert.ok(trajectories({ ...value, inputs, items: [item] }));
  refuses(() => trajectories({ ...value, inputs, items: [good] }), 'has no inputs', 'Give u');
  refuses(() => trajectories({ ...value, items: [item] }), 'inputs without names');
  refuses(
    () => trajectories({ ...value, inputs: { names: ['q'], units: [''] }, items: [item] }),
    'names is "q"',
    'different',
  );
  refuses(
    () =>
      trajectories({ ...value, inputs, items: [{ ...item, inputs: Float64Array.of(1, NaN, 3) }] }),
    'Trajectory 0, row 1: u is NaN',
  );
  refuses(() => make({ ...good, weights: Float64Array.of(1, -1, 1) }), 'row 1: the weight is -1');
  refuses(
    () => make({ ...good, weights: Float64Array.of(1, 1) }),
    'has 2 weight values for 3 times',
  );
});

test('recognises trajectories among unknown values', () => {
  assert.ok(isTrajectories(make(good)));
  for (const other of [null, undefined, 1, {}, [], { kind: 'trajectories' }, { kind: 'windows' }]) {
    assert.not(isTrajectories(other));
  }
  assert.not(isTrajectories(JSON.parse(JSON.stringify(make(good)))), 'JSON loses typed arrays');
});

test.run();
