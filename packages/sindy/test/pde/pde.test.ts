import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { integrate, randomStream, rk4, spectralDerivative } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  fieldVelocity,
  fitEquations,
  fitWeakField,
  type GridAxis,
  gridDataOf,
  type GridField,
  pdeLibrary,
} from '../../src/index.js';
import { bumpWeights } from '../../src/pde/bump-weights.js';
import { testContext } from '../test-context.js';

const even = (count: number, from: number, step: number): Float64Array =>
  Float64Array.from({ length: count }, (_, at) => from + step * at);

const derivative = (u: Float64Array, period: number, order: number): Float64Array =>
  spectralDerivative(u, 1, { period, derivative: order });

/** Burgers' equation u_t = 0.1 u_xx − u u_x on some points of a period of 16, at 61 times to 6. */
function burgers(viscosity = 0.1, count = 64): GridField {
  const points = even(count, -8, 16 / count);
  const times = even(61, 0, 0.1);
  const initial = points.map((x) => 0.5 * Math.exp(-((x + 2) ** 2) / 4));
  const field = (state: ArrayLike<number>, velocity: Float64Array): void => {
    const u = Float64Array.from(state);
    const [ux, uxx] = [derivative(u, 16, 1), derivative(u, 16, 2)];
    for (let i = 0; i < count; i++) velocity[i] = viscosity * uxx[i] - u[i] * ux[i];
  };
  const { states } = integrate(field, initial, times, { relative: 1e-8, absolute: 1e-8 });
  return { names: ['u'], axes: [{ name: 'x', points, period: 16 }], times, values: states };
}

const library = pdeLibrary(['u']);
const coefficientsOf = (
  field: GridField,
  options: Parameters<typeof gridDataOf>[1],
): Record<string, number> => {
  const system = fitEquations(
    gridDataOf(field, options),
    { library, threshold: 0.08, ridge: 1e-5 },
    testContext(),
  );
  const entries = system.terms.map(({ name }, term) => [name, system.coefficients[0][term]]);
  return Object.fromEntries(entries) as Record<string, number>;
};

test('the candidates and their names', () => {
  assert.equal(
    library.terms.map(({ name }) => name),
    ['u', 'u^2', 'u_x', 'u_xx', 'u u_x', 'u u_xx', 'u^2 u_x', 'u^2 u_xx'],
  );
  const two = pdeLibrary(['u', 'v'], { axes: ['x', 'y'], degree: 1, products: false });
  assert.equal(two.variables.slice(2), [
    ...['u_x', 'v_x', 'u_y', 'v_y', 'u_xx', 'v_xx', 'u_xy', 'v_xy', 'u_yy', 'v_yy'],
  ]);
  assert.is(library.terms[5].latex, 'u u_{xx}');
});

for (const viscosity of [0.1, 0.25]) {
  test(`Burgers, ν = ${viscosity}: differences to 3 %, Fourier to 0.1 %`, () => {
    const field = burgers(viscosity);
    const coarse = coefficientsOf(field, {});
    assert.equal(Object.keys(coarse), ['u_xx', 'u u_x']);
    close([coarse.u_xx, coarse['u u_x']], [viscosity, -1], { rtol: 0.03 });
    const fine = coefficientsOf(field, { method: 'spectral', timeAccuracy: 4 });
    assert.equal(Object.keys(fine), ['u_xx', 'u u_x']);
    close([fine.u_xx, fine['u u_x']], [viscosity, -1], { rtol: 1e-3 });
  });
}

test('the error of differences falls with the square of the spacing', () => {
  const errorOf = (count: number): number => {
    const options = { accuracy: 2, timeAccuracy: 4 } as const;
    const data = gridDataOf(burgers(0.1, count), options);
    const system = fitEquations(data, { library, threshold: 0.08, ridge: 1e-5 }, testContext());
    return Math.abs(system.coefficients[0][0] - 0.1);
  };
  const ratio = errorOf(64) / errorOf(128);
  assert.ok(ratio > 3.2 && ratio < 5, `${ratio}`);
});

test('the found equation runs on the grid, with the same derivatives', () => {
  const field = burgers();
  const options = { method: 'spectral', timeAccuracy: 4 } as const;
  const data = gridDataOf(field, options);
  const system = fitEquations(data, { library, threshold: 0.08, ridge: 1e-5 }, testContext());
  const velocity = fieldVelocity(system, field.axes, options);
  const path = integrate(velocity, field.values.subarray(0, 64), field.times);
  assert.is(path.status, 'complete');
  close(path.states, field.values, { atol: 2e-3 });
  assert.throws(
    () => fieldVelocity(system, [{ ...field.axes[0], name: 's' }]),
    /must be u_s, u_ss/,
  );
});

test('an uneven grid that does not go round', () => {
  const points = Float64Array.from({ length: 80 }, (_, at) => (at / 79 + 0.1 * (at / 79) ** 2) * 3);
  const times = even(60, 0, 0.02);
  const values = new Float64Array(60 * 80);
  times.forEach((t, row) => {
    points.forEach((x, at) => {
      values[row * 80 + at] =
        Math.exp(-0.5 * t) * Math.sin(x) + 0.3 * Math.exp(-2 * t) * Math.cos(2 * x);
    });
  });
  const field: GridField = { names: ['u'], axes: [{ name: 'x', points }], times, values };
  const heat = pdeLibrary(['u'], { degree: 1 });
  const data = gridDataOf(field, { accuracy: 4, timeAccuracy: 4 });
  const system = fitEquations(data, { library: heat, threshold: 0.05 }, testContext());
  assert.equal(system.text(3), ['du/dt = 0.500 u_xx']);
  assert.throws(() => gridDataOf(field, { method: 'spectral' }), /axis x is not an even grid/);
});

/** The λ–ω system on n × n points of a period of 20, by the classical Runge–Kutta method. */
function reactionDiffusion(n: number, frames: number): GridField {
  const step = 20 / n;
  const axes: GridAxis[] = ['x', 'y'].map((name) => ({
    name,
    points: even(n, -10, step),
    period: 20,
  }));
  const laplacian = (state: ArrayLike<number>): Float64Array => {
    const field = Float64Array.from(state);
    const result = new Float64Array(field.length);
    const along = spectralDerivative(field, 2 * n, { period: 20, derivative: 2 });
    for (let row = 0; row < n; row++) {
      const line = field.subarray(row * 2 * n, (row + 1) * 2 * n);
      result.set(spectralDerivative(line, 2, { period: 20, derivative: 2 }), row * 2 * n);
    }
    return result.map((value, at) => value + along[at]);
  };
  const velocity = (state: ArrayLike<number>, rate: Float64Array): void => {
    const spread = laplacian(state);
    for (let at = 0; at < state.length; at += 2) {
      const [u, v] = [state[at], state[at + 1]];
      const square = u * u + v * v;
      rate[at] = (1 - square) * u + square * v + 0.1 * spread[at];
      rate[at + 1] = -square * u + (1 - square) * v + 0.1 * spread[at + 1];
    }
  };
  const initial = new Float64Array(n * n * 2);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [a, b] = [(Math.PI * (-10 + i * step)) / 10, (Math.PI * (-10 + j * step)) / 10];
      initial[(i * n + j) * 2] = 0.8 * Math.sin(a) + 0.3 * Math.cos(2 * b);
      initial[(i * n + j) * 2 + 1] = 0.7 * Math.cos(b) * Math.sin(a + b);
    }
  }
  const values = rk4(velocity, initial, 0.05, frames - 1);
  return { names: ['u', 'v'], axes, times: even(frames, 0, 0.05), values };
}

test('two directions: all 14 terms of reaction–diffusion, to 1 %', () => {
  const field = reactionDiffusion(24, 31);
  const cubic = pdeLibrary(['u', 'v'], { axes: ['x', 'y'], degree: 3, products: false });
  const data = gridDataOf(field, { method: 'spectral', timeAccuracy: 4 });
  const system = fitEquations(
    data,
    { library: cubic, threshold: 0.05, ridge: 1e-6 },
    testContext(),
  );
  const wanted: Record<string, number>[] = [
    { u: 1, 'u^3': -1, 'u^2 v': 1, 'u v^2': -1, 'v^3': 1, u_xx: 0.1, u_yy: 0.1 },
    { v: 1, 'u^3': -1, 'u^2 v': -1, 'u v^2': -1, 'v^3': -1, v_xx: 0.1, v_yy: 0.1 },
  ];
  wanted.forEach((equation, row) => {
    system.terms.forEach(({ name }, term) => {
      close(system.coefficients[row][term], equation[name] ?? 0, { atol: 0.01 }, name);
    });
    assert.is(system.coefficients[row].filter((value) => value !== 0).length, 7);
  });
});

test('the weak form: Burgers with 5 % noise, where differences fail', () => {
  for (const seed of [1, 2, 3]) {
    const clean = burgers(0.25);
    const random = randomStream(seed);
    const mean = clean.values.reduce((sum, value) => sum + value, 0) / clean.values.length;
    const spread = Math.sqrt(
      clean.values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / clean.values.length,
    );
    const values = clean.values.map((value) => value + 0.05 * spread * random.normal());
    const field = { ...clean, values };
    const system = fitWeakField(field, { threshold: 0.1 }, testContext());
    assert.equal(
      system.terms.map(({ name }) => name),
      ['u_xx', 'u u_x'],
    );
    close(system.coefficients[0], [0.25, -1], { rtol: 0.06 });
    const plain = coefficientsOf(field, {});
    assert.ok(Object.keys(plain).join() !== 'u_xx,u u_x', `seed ${seed}`);
    const path = integrate(
      fieldVelocity(system, field.axes),
      clean.values.subarray(0, 64),
      field.times,
    );
    close(path.states, clean.values, { atol: 0.02 });
  }
});

test('the windows of the weak form widen where there are few times', () => {
  const { values, times, ...rest } = burgers(0.25);
  const every = (step: number): GridField => ({
    ...rest,
    times: times.filter((_, row) => row % step === 0),
    values: values.filter((_, at) => Math.floor(at / 64) % step === 0),
  });
  const { terms, coefficients } = fitWeakField(every(6), { threshold: 0.1 }, testContext());
  assert.equal(
    terms.map(({ name }) => name),
    ['u_xx', 'u u_x'],
  );
  close(coefficients[0], [0.25, -1], { rtol: 0.03 });
  assert.throws(
    () => fitWeakField(every(10), {}, testContext()),
    /A window has 4 points along time. It needs 5; give more points or a larger halfWidth/,
  );
});

test('the weak form in two directions, without noise', () => {
  const field = reactionDiffusion(24, 31);
  const system = fitWeakField(
    field,
    { degree: 3, threshold: 0.03, halfWidth: 1 / 5, count: 6, ridge: 1e-8 },
    testContext(),
  );
  const of = (row: number, name: string): number =>
    system.coefficients[row][system.terms.findIndex((term) => term.name === name)] ?? 0;
  close(
    ['u', 'u^3', 'u v^2', 'u^2 v', 'v^3', 'u_xx', 'u_yy'].map((name) => of(0, name)),
    [1, -1, -1, 1, 1, 0.1, 0.1],
    { atol: 0.05 },
  );
});

test('the weights of the test function integrate by parts', () => {
  const points = even(41, -1, 0.05);
  const sum = (weights: Float64Array, f: (x: number) => number): number =>
    weights.reduce((total, weight, at) => total + weight * f(points[at]), 0);
  const [plain, slope, bend] = [0, 1, 2].map((k) => bumpWeights(points, 4, k));
  close(
    sum(plain, () => 1),
    256 / 315,
    { rtol: 1e-6 },
  );
  close(sum(slope, Math.exp), -sum(plain, Math.exp), { rtol: 1e-4 });
  close(sum(bend, Math.exp), sum(plain, Math.exp), { rtol: 1e-2 });
});

test('a field that does not fit its grid is refused', () => {
  const field = burgers();
  assert.throws(
    () => gridDataOf({ ...field, values: new Float64Array(5) }),
    /values is an array of 5/,
  );
  assert.throws(() => gridDataOf({ ...field, axes: [] }), /give one or two directions/);
  const axis = { ...field.axes[0], name: 'xi' };
  assert.throws(() => gridDataOf({ ...field, axes: [axis] }), /axes\[0\].name is "xi"/);
  assert.throws(() => pdeLibrary(['u'], { order: 0 }), /order is 0/);
});

test('a value that is not finite is named by its time and point, not by a derivative', () => {
  const field = burgers();
  const values = field.values.slice();
  values[3 * 64 + 5] = NaN;
  const expected = /values: u at time 3, point 5 is NaN/;
  assert.throws(() => gridDataOf({ ...field, values }), expected);
  assert.throws(() => fitWeakField({ ...field, values }, {}, testContext()), expected);
  const velocities = field.values.map((_, at) => (at === 64 ? Infinity : 0));
  assert.throws(
    () => gridDataOf({ ...field, velocities }),
    /velocities: u at time 1, point 0 is Infinity/,
  );
});

test('times of a field that are not finite or do not increase are named', () => {
  const field = burgers();
  for (const wrong of [NaN, 0]) {
    const times = field.times.map((time, row) => (row === 4 ? wrong : time));
    assert.throws(
      () => fitWeakField({ ...field, times }, {}, testContext()),
      /times\[4\] is (NaN|0); times must be finite and increase/,
    );
  }
});

test.run();
