import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories } from '@noether/contracts';
import {
  byFiniteDifferences,
  equationDataOf,
  fitEquations,
  fitWeakEquations,
} from '../../src/index.js';
import { testContext } from '../test-context.js';

const rows = 3000;
const names = ['x', 'y'];
const times = Float64Array.from({ length: rows }, (_, row) => 0.1 * row);
const recordingOf = (
  states: Float64Array,
  velocities?: Float64Array,
): ReturnType<typeof trajectories> =>
  trajectories({
    names,
    units: ['', ''],
    items: [{ times, states, ...(velocities ? { velocities } : {}) }],
    provenance: { stage: 'test' },
  });

for (const resting of [0, 5.1, 0.1, 1e6 + 0.3]) {
  const states = Float64Array.from({ length: 2 * rows }, (_, at) =>
    at % 2 === 0 ? resting : Math.sin(times[(at - 1) / 2]) + 0.5,
  );
  const recording = recordingOf(states);

  for (const order of [1, 2, 4, 6]) {
    test(`x at rest at ${resting} by differences of order ${order}: dx/dt = 0 has R² 1`, () => {
      const data = equationDataOf(recording, byFiniteDifferences({ order }));
      const system = fitEquations(data, { degree: 1 }, testContext());
      assert.is(system.text()[0], 'dx/dt = 0');
      assert.is(system.r2[0], 1);
    });
  }

  test(`x at rest at ${resting} by the weak form: R² 1`, () => {
    const system = fitWeakEquations(recording, { degree: 1 }, testContext());
    assert.is(system.text()[0], 'dx/dt = 0');
    assert.is(system.r2[0], 1);
  });
}

test('a velocity that is constant but for rounding has R² 1 with its term and 0 without', () => {
  const states = Float64Array.from({ length: 2 * rows }, (_, at) => Math.sin(1.7 * at));
  const velocities = states.map((_, at) => (at % 2 === 0 ? 0.1 : 0.3));
  const recording = recordingOf(states, velocities);
  for (const [threshold, expected] of [
    [0.05, [1, 1]],
    [0.2, [0, 1]],
    [1, [0, 0]],
  ] as const) {
    const options = { degree: 2, threshold };
    const system = fitEquations({ names, states, velocities }, options, testContext());
    assert.equal(system.r2, expected);
    assert.equal(system.score(recording).r2, expected);
  }
});

test('a small change of a large velocity counts', () => {
  const states = Float64Array.from({ length: 2 * rows }, (_, at) => Math.sin(1.7 * at));
  const velocities = states.map((value) => 1 + 1e-6 * value);
  const system = fitEquations({ names, states, velocities }, { degree: 1 }, testContext());
  assert.equal(system.text(2), ['dx/dt = 1.0', 'dy/dt = 1.0']);
  for (const own of [system.r2, system.score(recordingOf(states, velocities)).r2]) {
    assert.ok(
      own.every((value) => Math.abs(value) < 1e-3),
      own.join(),
    );
  }
});

test.run();
