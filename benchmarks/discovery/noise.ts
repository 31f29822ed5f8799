// Lorenz's system with noise: how often the seven terms are found, and no others. Prints one JSON line.
//   node --import ../tools/ts-register.mjs discovery/noise.ts LEVEL FROM SEEDS
import { type EquationSystem, type Trajectories, trajectories } from '@noether/contracts';
import { integrate, randomStream } from '@noether/numerics';
import {
  bySavitzkyGolay,
  bySmoothingSpline,
  equationDataOf,
  fitEquations,
  fitWeakEquations,
  type RunningEquations,
} from '@noether/sindy';

const [level, from, seeds] = process.argv.slice(2).map(Number);
const names = ['x', 'y', 'z'];
const truth = [
  { x: -10, y: 10 },
  { x: 28, y: -1, 'x z': -1 },
  { z: -8 / 3, 'x y': 1 },
];
const times = Float64Array.from({ length: 5000 }, (_, row) => row * 0.002);
const { states } = integrate(
  (state, velocity) => {
    velocity[0] = 10 * (state[1] - state[0]);
    velocity[1] = state[0] * (28 - state[2]) - state[1];
    velocity[2] = state[0] * state[1] - (8 / 3) * state[2];
  },
  [-8, 8, 27],
  times,
  { relative: 1e-12, absolute: 1e-12 },
);
const spread = names.map((_, column) => {
  const own = states.filter((_value, at) => at % 3 === column);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
});

/** The largest error of a coefficient, undefined when other terms than the true ones are there. */
function errorOf({ terms, coefficients }: EquationSystem): number | undefined {
  let worst = 0;
  for (const [equation, wanted] of truth.entries()) {
    const found = terms.flatMap(({ name }, term) => {
      const value = coefficients[equation][term];
      return value === 0 ? [] : [[name, value] as const];
    });
    if (found.length !== Object.keys(wanted).length) return undefined;
    for (const [name, value] of found) {
      const expected = (wanted as Record<string, number>)[name];
      if (expected === undefined) return undefined;
      worst = Math.max(worst, Math.abs(value - expected));
    }
  }
  return worst;
}

const context = { random: randomStream(0), observe: (): void => {} };
const methods: Record<string, (data: Trajectories) => RunningEquations> = {
  'weak form (default for noise)': (data) => fitWeakEquations(data, {}, context),
  'plain finite differences': (data) => fitEquations(equationDataOf(data), {}, context),
  'Savitzky-Golay, 51 points': (data) =>
    fitEquations(equationDataOf(data, bySavitzkyGolay(51, 3)), {}, context),
  'smoothing spline': (data) =>
    fitEquations(equationDataOf(data, bySmoothingSpline()), {}, context),
};
const rows = Object.entries(methods).map(([method, fit]) => {
  const errors: number[] = [];
  const missed: number[] = [];
  const before = process.cpuUsage();
  for (let seed = from; seed < from + seeds; seed++) {
    const random = randomStream(seed);
    const noisy = states.map((value, at) => value + level * spread[at % 3] * random.normal());
    const items = [{ times, states: noisy }];
    const provenance = { stage: 'benchmark' };
    const error = errorOf(fit(trajectories({ names, units: ['', '', ''], items, provenance })));
    if (error === undefined) missed.push(seed);
    else errors.push(error);
  }
  errors.sort((a, b) => a - b);
  const seconds = process.cpuUsage(before).user / 1e6 / seeds;
  const found = errors.length;
  return { method, found, seeds, medianError: errors[found >> 1], missed, seconds };
});
console.log(JSON.stringify({ level, from, rows }));
