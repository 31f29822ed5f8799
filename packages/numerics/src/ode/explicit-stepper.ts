import type { ExplicitMethod, TableauRow } from './explicit-method.js';
import { initialStep } from './initial-step.js';
import { stepControl } from './step-control.js';
import type { StepProblem, Stepper } from './stepper.js';

/** Steps of an embedded Runge–Kutta method whose last slope is the first one of the next step. */
export function explicitStepper(method: ExplicitMethod, problem: StepProblem): Stepper {
  const { field, span, absolute, relative } = problem;
  const { nodes, rows, extraRows, denseRows, errorOrder } = method;
  const d = problem.initial.length;
  const state = problem.initial.slice();
  const next = new Float64Array(d);
  const probe = new Float64Array(d);
  const slopes = nodes.map(() => new Float64Array(d));
  slopes[0].set(problem.slope);
  const last = rows.length;
  const first = problem.step
    ? Math.sign(span) * problem.step
    : initialStep(problem, 1 / errorOrder);
  const control = stepControl(first, errorOrder, method.beta);
  let [from, taken, lastError] = [problem.start, 0, 0];

  const evaluate = (row: TableauRow, stage: number, target: Float64Array): void => {
    combine(row, slopes, state, taken, target);
    field(target, slopes[stage], from + nodes[stage] * taken);
  };

  return {
    state,
    next,
    get width() {
      return control.width;
    },
    attempt(time, width) {
      [from, taken] = [time, width];
      for (let row = 0; row < last; row++) {
        evaluate(rows[row], row + 1, row === last - 1 ? next : probe);
      }
      lastError = errorOf(method, slopes, state, next, Math.abs(width), absolute, relative);
      if (!slopes[last].every(Number.isFinite)) lastError = NaN;
      if (lastError <= 1) return 'accepted';
      control.reject(width, lastError);
      return Number.isFinite(lastError) ? 'rejected' : 'not-finite';
    },
    interpolant() {
      extraRows.forEach((row, at) => evaluate(row, last + 1 + at, probe));
      const coefficients = new Float64Array((4 + denseRows.length) * d);
      for (let i = 0; i < d; i++) {
        const difference = next[i] - state[i];
        coefficients[i] = state[i];
        coefficients[d + i] = difference;
        coefficients[2 * d + i] = taken * slopes[0][i] - difference;
        coefficients[3 * d + i] = 2 * difference - taken * (slopes[0][i] + slopes[last][i]);
        for (let row = 0; row < denseRows.length; row++) {
          coefficients[(4 + row) * d + i] = taken * sum(denseRows[row], slopes, i);
        }
      }
      return coefficients;
    },
    advance() {
      control.accept(taken, lastError);
      state.set(next);
      slopes[0].set(slopes[last]);
    },
  };
}

/** target = state + width·Σ weight·slope. */
function combine(
  row: TableauRow,
  slopes: readonly Float64Array[],
  state: Float64Array,
  width: number,
  target: Float64Array,
): void {
  for (let i = 0; i < state.length; i++) target[i] = state[i] + width * sum(row, slopes, i);
}

function sum({ stages, weights }: TableauRow, slopes: readonly Float64Array[], i: number): number {
  let total = 0;
  for (let at = 0; at < stages.length; at++) total += weights[at] * slopes[stages[at]][i];
  return total;
}

/**
 * With the root mean squares a and b of the two estimates over absolute + relative·max(|old|, |new|):
 * width·a²/√(a² + b²/100), which is width·a when there is no second estimate.
 */
function errorOf(
  { error, coarseError }: ExplicitMethod,
  slopes: readonly Float64Array[],
  state: Float64Array,
  next: Float64Array,
  width: number,
  absolute: number,
  relative: number,
): number {
  let fine = 0;
  let coarse = 0;
  for (let i = 0; i < state.length; i++) {
    const scale = absolute + relative * Math.max(Math.abs(state[i]), Math.abs(next[i]));
    fine += (sum(error, slopes, i) / scale) ** 2;
    coarse += (sum(coarseError, slopes, i) / scale) ** 2;
  }
  if (fine === 0 && coarse === 0) return 0;
  return (width * fine) / Math.sqrt((fine + 0.01 * coarse) * state.length);
}
