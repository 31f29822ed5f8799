import type { VectorField } from './vector-field.js';

/** The stages of one step: k1 … k7, the state they lead to and a place for intermediate states. */
export interface Stages {
  readonly slopes: readonly Float64Array[];
  readonly next: Float64Array;
  readonly probe: Float64Array;
}

/** Rows 2 … 7 of the Butcher tableau of Dormand and Prince (1980); the last row gives the result. */
const tableau = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];

/** Difference of the solutions of order 5 and 4. */
const errorWeights = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/** Weights d of the continuous extension (Hairer, Nørsett and Wanner, Solving ODEs I, §II.6). */
const denseWeights = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

export function makeStages(d: number): Stages {
  return {
    slopes: Array.from({ length: 7 }, () => new Float64Array(d)),
    next: new Float64Array(d),
    probe: new Float64Array(d),
  };
}

/** From `state` with k1 known, computes k2 … k7 and `next`: six evaluations. */
export function takeStep(
  field: VectorField,
  state: Float64Array,
  step: number,
  { slopes, next, probe }: Stages,
): void {
  tableau.forEach((row, index) => {
    const target = index === tableau.length - 1 ? next : probe;
    for (let i = 0; i < state.length; i++) {
      let slope = 0;
      for (let stage = 0; stage < row.length; stage++) slope += row[stage] * slopes[stage][i];
      target[i] = state[i] + step * slope;
    }
    field(target, slopes[index + 1]);
  });
}

/** Root mean square of the error estimate over absolute + relative·max(|old|, |new|). */
export function stepError(
  state: Float64Array,
  step: number,
  { slopes, next }: Stages,
  absolute: number,
  relative: number,
): number {
  let sum = 0;
  for (let i = 0; i < state.length; i++) {
    let error = 0;
    for (let stage = 0; stage < 7; stage++) error += errorWeights[stage] * slopes[stage][i];
    const scale = absolute + relative * Math.max(Math.abs(state[i]), Math.abs(next[i]));
    sum += ((step * error) / scale) ** 2;
  }
  return Math.sqrt(sum / state.length);
}

/** Five coefficients a variable of the interpolant of order 4 over the step, row-major 5 × d. */
export function interpolant(state: Float64Array, step: number, stages: Stages): Float64Array {
  const { slopes, next } = stages;
  const d = state.length;
  const coefficients = new Float64Array(5 * d);
  for (let i = 0; i < d; i++) {
    const difference = next[i] - state[i];
    const bend = step * slopes[0][i] - difference;
    let quartic = 0;
    for (let stage = 0; stage < 7; stage++) quartic += denseWeights[stage] * slopes[stage][i];
    coefficients[i] = state[i];
    coefficients[d + i] = difference;
    coefficients[2 * d + i] = bend;
    coefficients[3 * d + i] = difference - step * slopes[6][i] - bend;
    coefficients[4 * d + i] = step * quartic;
  }
  return coefficients;
}
