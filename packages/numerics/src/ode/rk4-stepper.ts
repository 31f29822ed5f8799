import { rk4Step } from './rk4-step.js';
import type { StepProblem, Stepper } from './stepper.js';

/** Steps of one width whatever the error; between them the cubic through states and slopes. */
export function rk4Stepper(problem: StepProblem): Stepper {
  const { field, initial } = problem;
  const d = initial.length;
  const state = initial.slice();
  const next = new Float64Array(d);
  const slope = problem.slope.slice();
  const nextSlope = new Float64Array(d);
  const take = rk4Step(field, d);
  const width = Math.sign(problem.span) * (problem.step ?? Math.abs(problem.span));
  let taken = 0;
  return {
    state,
    next,
    width,
    attempt(time, wanted) {
      taken = wanted;
      take(state, slope, time, wanted, next);
      field(next, nextSlope, time + wanted);
      return next.every(Number.isFinite) ? 'accepted' : 'not-finite';
    },
    interpolant() {
      const coefficients = new Float64Array(4 * d);
      for (let i = 0; i < d; i++) {
        const difference = next[i] - state[i];
        coefficients[i] = state[i];
        coefficients[d + i] = difference;
        coefficients[2 * d + i] = taken * slope[i] - difference;
        coefficients[3 * d + i] = 2 * difference - taken * (slope[i] + nextSlope[i]);
      }
      return coefficients;
    },
    advance() {
      state.set(next);
      slope.set(nextSlope);
    },
  };
}
