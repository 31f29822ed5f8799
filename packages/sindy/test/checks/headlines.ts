import { trajectories } from '@noether/contracts';
import { integrate } from '@noether/numerics';
import {
  embed,
  equationDataOf,
  fitEquations,
  mapDataOf,
  polynomialLibrary,
  type RunningEquations,
  tensor,
  withInputs,
} from '../../src/index.js';
import { lorenz } from '../lorenz.js';
import { testContext } from '../test-context.js';
import type { GoldenCheck } from './golden-check.js';

const provenance = { stage: 'golden' };

/** The equations as pysindy prints them: three decimals, without coefficients that round to zero. */
function sidesOf({ coefficients, terms }: RunningEquations): string {
  return coefficients
    .map((row) =>
      row
        .flatMap((value, at) => {
          const rounded = value.toFixed(3);
          return Number(rounded) === 0 ? [] : [`${rounded} ${terms[at].name}`];
        })
        .join(' + ')
        .replaceAll('+ -', '- '),
    )
    .join('; ');
}

function check(name: string, found: string, wanted: string): GoldenCheck {
  const error = found === wanted ? 0 : Infinity;
  return { file: 'published', name: `${name}: ${found}`, error, tolerance: 0 };
}

/** pysindy's README: x = 3 e^(−2t), y = e^t / 2 at 100 times from 0 to 1. */
function readme(): GoldenCheck {
  const times = Float64Array.from({ length: 100 }, (_, row) => row / 99);
  const states = Float64Array.from(
    Array.from(times).flatMap((t) => [3 * Math.exp(-2 * t), 0.5 * Math.exp(t)]),
  );
  const items = [{ times, states }];
  const data = trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance });
  const system = fitEquations(equationDataOf(data), {}, testContext());
  return check('README of pysindy', sidesOf(system), '-2.000 x; 1.000 y');
}

function logisticMaps(): GoldenCheck[] {
  const path = (rate: number): Float64Array => {
    const states = new Float64Array(1000).fill(0.5);
    for (let k = 1; k < states.length; k++) states[k] = rate * states[k - 1] * (1 - states[k - 1]);
    return states;
  };
  const rates = [3.6, 3.7, 3.8, 3.9];
  const times = Float64Array.from({ length: 1000 }, (_, k) => k);
  const of = (list: number[]): ReturnType<typeof trajectories> =>
    trajectories({
      names: ['x'],
      units: [''],
      items: list.map((rate) => ({ times, states: path(rate) })),
      provenance,
    });
  const columns = ['x', 'r'];
  const library = tensor(
    embed(polynomialLibrary(['r'], 1), columns),
    embed(polynomialLibrary(['x'], 2), columns),
  );
  const constants = rates.map((rate) => (_: number, to: Float64Array) => void to.fill(rate));
  const family = withInputs(of(rates), { names: ['r'] }, constants);
  const one = fitEquations(mapDataOf(of([3.6])), {}, testContext());
  const all = fitEquations(mapDataOf(family), { library }, testContext());
  return [
    check('logistic map', sidesOf(one), '3.600 x - 3.600 x^2'),
    check('logistic map with its parameter', sidesOf(all), '1.000 r x - 1.000 r x^2'),
  ];
}

/** Lorenz's system with u² = sin²(2t) in the first equation; the published 1.001 was found at another step. */
function driven(): GoldenCheck {
  const times = Float64Array.from({ length: 5000 }, (_, row) => row * 0.002);
  const { states } = integrate(
    (state, velocity, time) => {
      lorenz(state, velocity);
      velocity[0] += Math.sin(2 * time) ** 2;
    },
    [-8, 8, 27],
    times,
    { relative: 1e-12, absolute: 1e-12 },
  );
  const data = trajectories({
    names: ['x', 'y', 'z'],
    units: ['', '', ''],
    items: [{ times, states }],
    provenance,
  });
  const source = (time: number, to: Float64Array): void => void (to[0] = Math.sin(2 * time));
  const system = fitEquations(
    equationDataOf(withInputs(data, { names: ['u'] }, source)),
    {},
    testContext(),
  );
  const value = system.coefficients[0][system.terms.findIndex(({ name }) => name === 'u^2')];
  return {
    file: 'published',
    name: `SINDYc, Lorenz with sin^2(2t): ${system.text(4)[0]}`,
    error: Math.abs(value - 1.001),
    tolerance: 2e-3,
  };
}

/** What the reference prints besides the files; the partial differential equations are in test/pde. */
export function headlineChecks(): GoldenCheck[] {
  return [readme(), ...logisticMaps(), driven()];
}
