import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { integrate, type IntegrationMethod, type VectorField } from '@noether/numerics';
import { grid, lorenz, robertson, robertsonJacobian } from './golden-problems.js';

const test = suite('the status of an integration');
const adaptive: readonly IntegrationMethod[] = ['dopri5', 'dop853', 'radau'];
const methods: readonly IntegrationMethod[] = ['rk4', ...adaptive];

const square: VectorField = ({ 0: x }, velocity) => {
  velocity[0] = x * x;
};
const growth: VectorField = ({ 0: x }, velocity) => {
  velocity[0] = x;
};

test('a pole ends as divergence with the rows before it', () => {
  for (const method of adaptive) {
    const result = integrate(square, [1], [0, 0.5, 0.9, 1.5], { method });
    assert.is(result.status, 'diverged', method);
    assert.match(result.reason, /blows up at t = (1\.0000|0\.9999|1\.$|1$)/);
    close(result.states, [1, 2, 10], { rtol: 1e-5 });
    close(result.reached, 1, { atol: 1e-6 });
    assert.ok(result.evaluations < 20_000, `${result.evaluations} evaluations`);
    assert.throws(() => result.at(1.2), /the solution is known between 0 and (1|0\.9)/);
  }
  const fixed = integrate(square, [1], grid(4, 5), { method: 'rk4', step: 0.01 });
  assert.is(fixed.status, 'diverged');
  assert.ok(fixed.states.every(Number.isFinite));
});

test('growth is followed to the end of the doubles', () => {
  const fast: VectorField = ({ 0: x }, velocity) => {
    velocity[0] = 50 * x;
  };
  for (const method of adaptive) {
    const result = integrate(fast, [1], [0, 10, 50], { method });
    assert.is(result.status, 'diverged', method);
    close(result.states, [1, Math.exp(500)], { rtol: 1e-5 });
    assert.ok(result.reached > 14, `${method} ends at ${result.reached}`);
  }
});

test('the bound ends as divergence before the state passes it', () => {
  for (const method of methods) {
    const options = { method, bound: 100, ...(method === 'rk4' ? { step: 0.01 } : {}) };
    const result = integrate(growth, [1], [0, 2, 20], options);
    assert.is(result.status, 'diverged');
    assert.match(result.reason, /exceeds the bound 100 at t = /);
    assert.ok(result.reached > 2 && result.reached <= Math.log(100) + 1e-6);
    assert.is(result.states.length, 2);
    assert.is(integrate(growth, [1e3], [0, 1], options).reached, 0);
  }
});

test('a velocity that is not finite ends as divergence', () => {
  const broken: VectorField = ({ 0: x }, velocity) => {
    velocity[0] = x <= 2 ? 1 : NaN;
  };
  assert.is(integrate(broken, [3], [0, 1]).status, 'diverged');
  for (const method of adaptive) {
    const late = integrate(broken, [0], [0, 1, 5], { method });
    assert.is(late.status, 'diverged', method);
    close(late.reached, 2, { atol: 1e-6 });
    assert.ok(late.states.every(Number.isFinite));
  }
});

test('a step that shrinks without growth of the velocity is told apart', () => {
  const jumping: VectorField = ({ 0: x }, velocity) => {
    velocity[0] = x > 1 ? -1 : 1;
  };
  const result = integrate(jumping, [0], [0, 2], { relative: 1e-18, absolute: 1e-18 });
  assert.is(result.status, 'step-too-small');
  assert.match(result.reason, /The tolerance asks for steps below .* at t = /);
  close(result.reached, 1, { atol: 1e-3 });
});

test('gives up after maxSteps and after maxSeconds', () => {
  for (const method of methods) {
    const options = { method, maxSteps: 100, step: 1e-3 };
    const result = integrate(lorenz, [-8, 8, 27], grid(50, 51), options);
    assert.is(result.status, 'too-many-steps');
    assert.is(result.steps + result.rejected, 100);
    assert.is(result.states.length, 3 * (1 + Math.floor(result.reached)));
    const hurried = integrate(lorenz, [-8, 8, 27], grid(1e6, 3), {
      method,
      maxSeconds: 1e-9,
      step: 1e-3,
    });
    assert.is(hurried.status, 'time-limit');
    assert.match(hurried.reason, /1e-9 s were not enough at t = /);
  }
});

test('an explicit method on a stiff system ends within its limits, radau goes through', () => {
  const stiff = integrate(robertson, [1, 0, 0], [0, 1e4], { maxSteps: 1000 });
  assert.is(stiff.status, 'too-many-steps');
  const result = integrate(robertson, [1, 0, 0], [0, 1e4], {
    method: 'radau',
    jacobian: robertsonJacobian,
  });
  assert.is(result.status, 'complete');
  assert.ok(result.steps < 1000, `${result.steps} steps`);
  close(result.states[3] + result.states[4] + result.states[5], 1, { atol: 1e-9 });
});

test('a Jacobian that is given saves evaluations and changes nothing else', () => {
  const options = { method: 'radau', relative: 1e-8, absolute: 1e-12 } as const;
  const times = [0, 40, 1e4];
  const own = integrate(robertson, [1, 0, 0], times, options);
  const given = integrate(robertson, [1, 0, 0], times, { ...options, jacobian: robertsonJacobian });
  close(given.states, own.states, { rtol: 1e-6, atol: 1e-12 });
  assert.ok(given.evaluations + 3 * given.jacobians <= own.evaluations * 1.05);
});

test.run();
