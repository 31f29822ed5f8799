import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Trajectories, type Trajectory, trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { equationDataOf } from '../../src/data/equation-data-of.js';
import { splitAtGaps } from '../../src/data/split-at-gaps.js';
import {
  byFiniteDifferences,
  byLocalPolynomials,
  bySavitzkyGolay,
  bySmoothingSpline,
  bySpectralDerivatives,
} from '../../src/data/velocity-method.js';
import { fitEquations } from '../../src/fit-equations.js';
import { fitWeakEquations } from '../../src/weak/fit-weak-equations.js';
import { testContext } from '../test-context.js';

const of = (items: Trajectory[]): Trajectories =>
  trajectories({ names: ['x'], units: ['m'], items, provenance: { stage: 'test' } });

const ramp = (from: number, rows: number): Trajectory => {
  const times = Float64Array.from({ length: rows }, (_, row) => 0.1 * row);
  return { times, states: times.map((t) => from + 3 * t) };
};

test('differences stay within a trajectory; given velocities are kept', () => {
  const given = { ...ramp(0, 4), velocities: Float64Array.of(7, 7, 7, 7) };
  const { states, velocities } = equationDataOf(of([ramp(0, 5), ramp(100, 6), given]));
  close(velocities, [...new Array<number>(11).fill(3), 7, 7, 7, 7], { rtol: 1e-10 });
  assert.is(states[5], 100);
});

test('splitting a trajectory in two changes only the rows beside the cut', () => {
  const times = Float64Array.from({ length: 40 }, (_, row) => 0.1 * row);
  const states = times.map(Math.sin);
  const cut = [
    { times: times.slice(0, 20), states: states.slice(0, 20) },
    { times: times.slice(20), states: states.slice(20) },
  ];
  const whole = equationDataOf(of([{ times, states }])).velocities;
  const parts = equationDataOf(of(cut)).velocities;
  const changed = Array.from(whole.keys()).filter(
    (row) => Math.abs(whole[row] - parts[row]) > 1e-9,
  );
  assert.equal(changed, [19, 20]);
});

test('shifting the time changes nothing', () => {
  const { times, states } = ramp(1, 9);
  const later = times.map((t) => t + 1024);
  close(equationDataOf(of([{ times: later, states }])).velocities, new Float64Array(9).fill(3), {
    rtol: 1e-9,
  });
});

const methods = {
  'Savitzky-Golay': bySavitzkyGolay(31, 3),
  'smoothing spline': bySmoothingSpline(),
  'local polynomials': byLocalPolynomials({ reach: 0.3 }),
};

for (const [name, method] of Object.entries(methods)) {
  test(`${name}: a noisy decay is found with a rate within 3 %`, () => {
    const random = randomStream(name);
    const times = Float64Array.from({ length: 400 }, (_, row) => 0.02 * row);
    const states = times.map((t) => 3 * Math.exp(-0.5 * t) + 0.01 * random.normal());
    const data = of([{ times, states }]);
    const rate = (by: typeof method): number => {
      const system = fitEquations(equationDataOf(data, by), { degree: 1 }, testContext());
      return system.coefficients[0][system.terms.findIndex((term) => term.name === 'x')];
    };
    close(rate(method), -0.5, { rtol: 0.03 });
  });
}

test('spectral derivatives of whole periods are exact', () => {
  const times = Float64Array.from({ length: 33 }, (_, row) => 2 + (row * 4) / 33);
  const states = times.map((t) => Math.exp(Math.sin((Math.PI / 2) * t)));
  const { velocities } = equationDataOf(of([{ times, states }]), bySpectralDerivatives());
  const exact = states.map(
    (value, row) => (value * Math.cos((Math.PI / 2) * times[row]) * Math.PI) / 2,
  );
  close(velocities, exact, { atol: 1e-10 });
  const uneven = times.with(3, times[3] + 0.01);
  assert.throws(
    () => equationDataOf(of([{ times: uneven, states }]), bySpectralDerivatives()),
    /times are not even: row 3/,
  );
});

test('Savitzky-Golay refuses uneven times', () => {
  const times = Float64Array.from({ length: 20 }, (_, row) => row + 0.1 * (row % 2));
  assert.throws(
    () => equationDataOf(of([{ times, states: times }]), bySavitzkyGolay()),
    /times are not even: row 1 is at 1.1/,
  );
});

test('rows that are not finite split a recording, and are counted', () => {
  const times = Float64Array.from({ length: 12 }, (_, row) => row);
  const states = times.map((t) => (t === 4 || t === 7 ? NaN : t * t));
  const { items, dropped, short } = splitAtGaps(times, states, 1);
  assert.equal(
    items.map((item) => Array.from(item.times)),
    [
      [0, 1, 2, 3],
      [8, 9, 10, 11],
    ],
  );
  assert.is(dropped, 2);
  assert.is(short, 2);
  assert.is(equationDataOf(of([...items]), byFiniteDifferences()).states.length, 8);
  assert.throws(() => splitAtGaps(times, states, 2), /give 12 rows of 2 values/);
});

test('a trajectory that is too short to differentiate is named', () => {
  const short = of([ramp(0, 5), ramp(1, 2)]);
  assert.throws(
    () => equationDataOf(short),
    /Trajectory 1 cannot be differentiated: 2 rows are too few; order 2 needs 3/,
  );
});

test('a piece between gaps that is too short for the method is left out and counted', () => {
  const times = Float64Array.from({ length: 60 }, (_, row) => 0.1 * row);
  const states = times.map((t, row) => (row === 20 || row === 25 ? NaN : Math.exp(-t)));
  const value = { names: ['x'], units: ['m'], provenance: { stage: 'test' } };
  const cut = trajectories({ ...value, items: [{ times, states }] }, { gaps: 'split' });
  const data = equationDataOf(cut, byFiniteDifferences({ order: 4 }));
  assert.is(data.velocities.length, 20 + 34);
  assert.equal(data.gaps, { rows: 2, short: 4, cut: 1, pieces: 3 });
  const context = testContext();
  assert.equal(fitEquations(data, { degree: 1 }, context).text(3), ['dx/dt = -1.00 x']);
  const weak = fitWeakEquations(cut, { degree: 1, halfWidth: 0.2 }, context);
  assert.equal(weak.text(3), ['dx/dt = -1.00 x']);
  assert.throws(
    () => equationDataOf(cut, byFiniteDifferences({ order: 40 })),
    /Trajectory 0 cannot be differentiated: 20 rows are too few; order 40 needs 41/,
  );
});

test.run();
