import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type EquationSystem, rowsOf, trajectories, type Trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  bySmoothingSpline,
  equationDataOf,
  fitEquations,
  fitWeakEquations,
  polynomialLibrary,
  sr3,
  ssr,
  stlsq,
} from '../src/index.js';
import { factorData } from '../src/regress/factor-data.js';
import { lorenzFrom } from './lorenz.js';
import { testContext } from './test-context.js';

const names = ['x', 'y', 'z'];
const provenance = { stage: 'test' };

/** Two recordings of Lorenz's system of order one, with a little noise. */
function recordings(noise: number, seed: string): Trajectories {
  const random = randomStream(seed);
  const items = [
    [-8, 8, 27],
    [3, -5, 22],
  ].map((start) => {
    const times = Float64Array.from({ length: 1200 }, (_, row) => row * 0.002);
    const { states } = lorenzFrom(start, times);
    return { times, states: states.map((value) => value / 10 + noise * random.normal()) };
  });
  return trajectories({ names, units: ['', '', ''], items, provenance });
}

const coefficient = (system: EquationSystem, equation: string, term: string): number => {
  const sorted = (name: string): string => name.split(' ').sort().join(' ');
  const column = system.terms.findIndex(({ name }) => sorted(name) === sorted(term));
  return column < 0 ? 0 : system.coefficients[system.variables.indexOf(equation)][column];
};

const fits: Record<string, (data: Trajectories, factor: number) => EquationSystem> = {
  'differences and STLSQ': (data, factor) =>
    fitEquations(equationDataOf(data), { threshold: 0.2 * factor, ridge: 0 }, testContext()),
  'splines and STLSQ': (data, factor) =>
    fitEquations(
      equationDataOf(data, bySmoothingSpline()),
      { threshold: 0.2 * factor, ridge: 0 },
      testContext(),
    ),
  'the weak form': (data, factor) =>
    fitWeakEquations(data, { threshold: 0.2 * factor }, testContext()),
};

const polynomials = polynomialLibrary(names, 2).terms;

for (const [name, fit] of Object.entries(fits)) {
  test(`${name}: shifting the time changes nothing`, () => {
    const data = recordings(0.002, 'shift');
    const items = data.items.map((item) => ({ ...item, times: item.times.map((t) => t + 4) }));
    const [one, other] = [fit(data, 1), fit({ ...data, items }, 1)];
    for (const { name: term } of polynomials) {
      for (const equation of names) {
        close(coefficient(other, equation, term), coefficient(one, equation, term), {
          rtol: 1e-6,
          atol: 1e-6,
        });
      }
    }
  });

  test(`${name}: a clock twice as fast doubles every coefficient`, () => {
    const data = recordings(0.002, 'clock');
    const items = data.items.map((item) => ({ ...item, times: item.times.map((t) => t / 2) }));
    const [one, other] = [fit(data, 1), fit({ ...data, items }, 2)];
    for (const { name: term } of polynomials) {
      for (const equation of names) {
        close(coefficient(other, equation, term), 2 * coefficient(one, equation, term), {
          rtol: 1e-6,
          atol: 1e-6,
        });
      }
    }
  });

  test(`${name}: the order of the trajectories does not count`, () => {
    const data = recordings(0.002, 'order');
    const [one, other] = [fit(data, 1), fit({ ...data, items: [...data.items].reverse() }, 1)];
    for (const { name: term } of polynomials) {
      for (const equation of names) {
        close(coefficient(other, equation, term), coefficient(one, equation, term), {
          rtol: 1e-8,
          atol: 1e-8,
        });
      }
    }
  });

  test(`${name}: permuting the variables permutes the equations`, () => {
    const data = recordings(0.002, 'permute');
    const order = [2, 0, 1];
    const items = data.items.map((item) => ({
      ...item,
      states: item.states.map((_, at) => item.states[at - (at % 3) + order[at % 3]]),
    }));
    const swapped = { ...data, names: order.map((index) => names[index]), items };
    const [one, other] = [fit(data, 1), fit(swapped, 1)];
    for (const { name: term } of polynomials) {
      for (const equation of names) {
        close(coefficient(other, equation, term), coefficient(one, equation, term), {
          rtol: 1e-7,
          atol: 1e-7,
        });
      }
    }
  });
}

test('scaling a variable by s scales the coefficient of x^a in dx/dt by s^(1−a), threshold 0', () => {
  const data = recordings(0.002, 'scale');
  const s = [2, 0.5, 4];
  const items = data.items.map((item) => ({
    ...item,
    states: item.states.map((value, at) => s[at % 3] * value),
  }));
  const plain = { threshold: 0, ridge: 0 };
  const one = fitEquations(equationDataOf(data), plain, testContext());
  const other = fitEquations(equationDataOf({ ...data, items }), plain, testContext());
  polynomials.forEach(({ name: term, exponents }) => {
    names.forEach((equation, row) => {
      const scale = s[row] / exponents.reduce((product, power, j) => product * s[j] ** power, 1);
      close(coefficient(other, equation, term), scale * coefficient(one, equation, term), {
        rtol: 1e-8,
        atol: 1e-8,
      });
    });
  });
});

test('splitting where velocities are given changes nothing at all', () => {
  const data = recordings(0, 'split');
  const whole = data.items.map((item) => ({ ...item, velocities: item.states.map(Math.tanh) }));
  const parts = whole.flatMap((item) => [rowsOf(item, 0, 500), rowsOf(item, 500, 1200)]);
  const fit = (items: Trajectories['items']): EquationSystem =>
    fitEquations(equationDataOf({ ...data, items }), {}, testContext());
  assert.equal(fit(parts).coefficients, fit(whole).coefficients);
});

test('splitting where velocities are differences moves the result by little', () => {
  const data = recordings(0, 'split');
  const items = data.items.flatMap((item) => [rowsOf(item, 0, 700), rowsOf(item, 700, 1200)]);
  const settings = { threshold: 0.2, ridge: 0 };
  const one = fitEquations(equationDataOf(data), settings, testContext());
  const other = fitEquations(equationDataOf({ ...data, items }), settings, testContext());
  assert.equal(
    other.terms.map(({ name }) => name),
    one.terms.map(({ name }) => name),
  );
  close(other.coefficients.flat(), one.coefficients.flat(), { rtol: 1e-3, atol: 1e-3 });
});

test('a row twice, and a row with weight 2, are the same', () => {
  const data = equationDataOf(recordings(0.01, 'weights'));
  const rows = data.velocities.length / 3;
  const weights = Float64Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 2 : 1));
  const repeat = (values: Float64Array): Float64Array => {
    const list = Array.from({ length: rows }, (_, row) => {
      const own = Array.from(values.subarray(row * 3, row * 3 + 3));
      return row % 5 === 0 ? [...own, ...own] : own;
    });
    return Float64Array.from(list.flat());
  };
  const library = polynomialLibrary(names, 2);
  const weighted = factorData(library, { ...data, weights }, undefined);
  const twice = factorData(
    library,
    {
      names,
      states: repeat(data.states),
      velocities: repeat(data.velocities),
    },
    undefined,
  );
  const methods = [
    (factor: Float64Array) => stlsq(factor, 10, 3).coefficients,
    (factor: Float64Array) => sr3(factor, 10, 3).coefficients,
    (factor: Float64Array) => ssr(factor, 10, 3).coefficients,
  ];
  for (const method of methods) {
    close(method(twice), method(weighted), { rtol: 1e-9, atol: 1e-9 });
  }
});

test('units far apart change all coefficients of the full fit by their factors only', () => {
  const data = recordings(0.02, 'units');
  const units = [1e3, 1e-4, 7];
  const items = data.items.map(({ times, states }) => {
    return { times, states: states.map((value, at) => value * units[at % 3]) };
  });
  const options = { degree: 3, threshold: 0, ridge: 0 };
  const plain = fitEquations(equationDataOf(data), options, testContext());
  const scaled = fitEquations(equationDataOf({ ...data, items }), options, testContext());
  assert.is(scaled.terms.length, 20);
  plain.terms.forEach(({ exponents }, term) => {
    plain.coefficients.forEach((row, equation) => {
      const factor = exponents.reduce(
        (left, power, j) => left / units[j] ** power,
        units[equation],
      );
      close(scaled.coefficients[equation][term] / factor, row[term], { rtol: 1e-6 });
    });
  });
});

test.run();
