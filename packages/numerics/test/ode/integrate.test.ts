import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import {
  integrate,
  type IntegrationMethod,
  rk4,
  type TimeField,
  type VectorField,
} from '@noether/numerics';
import { goldenRuns, grid, harmonic, lorenz } from './golden-problems.js';

const test = suite('integrate');
const adaptive: readonly IntegrationMethod[] = ['dopri5', 'dop853', 'radau'];
const methods: readonly IntegrationMethod[] = ['rk4', ...adaptive];

const decay: VectorField = ({ 0: x }, velocity) => {
  velocity[0] = -x;
};
/** x = sin t² has dx/dt = 2t cos t², and needs the time. */
const chirp: TimeField = (_, velocity, time) => {
  velocity[0] = 2 * time * Math.cos(time * time);
};

for (const { problem, method, rtol, atol, nfev, field, times, y, expected } of goldenRuns) {
  test(`${problem}, ${method} at ${rtol}: as accurate as the reference, for as many evaluations`, () => {
    const options = { method, relative: rtol, absolute: atol, dense: false };
    const result = integrate(field, y[0], times, options);
    assert.is(result.status, 'complete');
    assert.is(result.reached, times.at(-1));
    close(result.states, expected.flat(), {
      atol: problem === 'robertson' ? 1e-12 : 1e-5,
      rtol: 1e-5,
    });
    const limit = method === 'dop853' ? 1.01 * nfev : 1.1 * nfev;
    assert.ok(result.evaluations < limit, `${result.evaluations} evaluations, ${nfev} there`);
  });
}

test('the order of each method, from widths that are fixed', () => {
  const orders: Record<string, number> = { rk4: 4, dopri5: 5, dop853: 8, radau: 5 };
  const widths: Record<string, number> = { rk4: 0.1, dopri5: 0.1, dop853: 0.4, radau: 0.1 };
  for (const method of methods) {
    const error = (step: number): number => {
      const loose = { method, relative: 1e3, absolute: 1e3, step, maxStep: step };
      const tight = method === 'radau' ? { ...loose, relative: 1e-9, absolute: 1 } : loose;
      const { states } = integrate(harmonic, [1, 0], [0, 2], tight);
      return Math.hypot(states[2] - Math.cos(2), states[3] + Math.sin(2));
    };
    const order = Math.log2(error(widths[method]) / error(widths[method] / 2));
    close(order, orders[method], { atol: 0.35 }, method);
  }
});

test('the error follows the tolerance', () => {
  for (const method of adaptive) {
    for (const tolerance of [1e-4, 1e-7, 1e-10]) {
      const options = { method, relative: tolerance, absolute: tolerance };
      const { states } = integrate(harmonic, [1, 0], [0, 10], options);
      const error = Math.hypot(states[2] - Math.cos(10), states[3] + Math.sin(10)) / tolerance;
      assert.ok(error < 10, `${method}: ${error} times the tolerance ${tolerance}`);
    }
  }
});

test('the order of the continuous extensions', () => {
  const orders: Record<string, number> = { rk4: 4, dopri5: 5, dop853: 8, radau: 4 };
  for (const method of methods) {
    const worst = (step: number): number => {
      const options = { method, relative: 1e-9, absolute: 1e3, step, maxStep: step };
      const result = integrate(harmonic, [1, 0], [0, step], options);
      assert.is(result.steps, 1);
      return Math.max(...grid(step, 101).map((t) => Math.abs(result.at(t)[0] - Math.cos(t))));
    };
    const order = Math.log2(worst(0.4) / worst(0.2));
    assert.ok(order > orders[method] - 0.5, `${method}: local error of order ${order}`);
  }
});

test('dop853 goes through a step as accurately as it ends', () => {
  const result = integrate(lorenz, [-8, 8, 27], [0, 2], {
    method: 'dop853',
    relative: 1e-10,
    absolute: 1e-10,
  });
  const times = grid(2, 401);
  const tight = integrate(lorenz, [-8, 8, 27], times, {
    method: 'dop853',
    relative: 1e-13,
    absolute: 1e-13,
  });
  close(
    times.flatMap((t) => [...result.at(t)]),
    tight.states,
    { atol: 1e-7 },
  );
});

test('the asked times do not change the steps; without dense the states are the same', () => {
  for (const method of adaptive) {
    const few = integrate(lorenz, [-8, 8, 27], [0, 2], { method });
    const many = integrate(lorenz, [-8, 8, 27], grid(2, 401), { method });
    assert.is(many.evaluations, few.evaluations);
    close(many.states.slice(-3), few.states.slice(-3));
    close(many.at(0.3), many.states.slice(60 * 3, 61 * 3), { atol: 1e-12 });
    const lean = integrate(lorenz, [-8, 8, 27], grid(2, 401), { method, dense: false });
    assert.equal(lean.states, many.states);
    assert.throws(() => lean.at(1), /was not kept; leave out dense: false/);
  }
});

test('fields may depend on the time, and time may run backwards', () => {
  for (const method of methods) {
    const options = { method, step: 1e-3, relative: 1e-9, absolute: 1e-10 };
    const initial = method === 'rk4' ? options : { method, relative: 1e-9, absolute: 1e-10 };
    const there = integrate(chirp, [0], [0, 1, 2], initial);
    close(there.states, [0, Math.sin(1), Math.sin(4)], { atol: 1e-7 });
    const back = integrate(chirp, [Math.sin(4)], [2, 1, 0], initial);
    close(back.states, [Math.sin(4), Math.sin(1), 0], { atol: 1e-7 });
    close(back.at(0.5), [Math.sin(0.25)], { atol: 1e-6 });
  }
  close(rk4(chirp, [Math.sin(1)], 1e-3, 1000, 1).slice(-1), [Math.sin(4)], { atol: 1e-9 });
});

test('rk4 takes its step and lands on the asked times', () => {
  const { states, steps } = integrate(lorenz, [-8, 8, 27], grid(1, 5), {
    method: 'rk4',
    step: 0.01,
  });
  assert.is(steps, 100);
  const fixed = rk4(lorenz, [-8, 8, 27], 0.01, 100);
  close(states.slice(-3), fixed.slice(-3), { atol: 1e-10 });
  const uneven = integrate(harmonic, [1, 0], [0, 0.35, 1], { method: 'rk4', step: 0.1 });
  assert.is(uneven.steps, 4 + 7);
  assert.is(integrate(harmonic, [1, 0], [0, 0.5, 1.2], { method: 'rk4' }).steps, 3);
});

test('a time beyond the solution is refused; one time gives the initial state, rest stays', () => {
  for (const method of methods) {
    const start = integrate(decay, [4], [7], { method });
    assert.equal([start.states, start.status], [Float64Array.of(4), 'complete']);
    assert.equal(start.at(7), Float64Array.of(4));
    close(integrate(decay, [0], [0, 100], { method }).states, [0, 0]);
    assert.throws(
      () => integrate(decay, [1], [0, 1], { method }).at(1.2),
      /time is 1.2; the solution is known between 0 and 1/,
    );
  }
});

test('names bad arguments', () => {
  assert.throws(() => integrate(decay, [1], []), /times is empty/);
  assert.throws(() => integrate(decay, [1], [0, 1, 1]), /times\[2\] is 1/);
  assert.throws(() => integrate(decay, [1], [0, NaN]), /times\[1\] is NaN/);
  assert.throws(() => integrate(decay, [1], [0, 1], { relative: 0 }), /relative is 0/);
  assert.throws(() => integrate(decay, [1], [0, 1], { step: -1 }), /step is -1; give a positive/);
  const method = 'euler' as IntegrationMethod;
  assert.throws(
    () => integrate(decay, [1], [0, 1], { method }),
    /method is euler; give one of rk4/,
  );
});

test.run();
